package dev.maestro.cli.journal;

/** Works out what somebody wrote down: numbers, + - * / and brackets. */
final class Arithmetic {
  private final String text;
  private int at;

  private Arithmetic(String text) {
    this.text = text.replace(" ", "");
  }

  /** The value of a whole expression. */
  static double of(String expression) {
    Arithmetic whole = new Arithmetic(expression);
    double value = whole.sum();
    if (whole.at != whole.text.length()) {
      throw new IllegalArgumentException(expression + " ends at " + whole.at);
    }
    return value;
  }

  private double sum() {
    double value = product();
    while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      value += text.charAt(at++) == '+' ? product() : -product();
    }
    return value;
  }

  private double product() {
    double value = factor();
    while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
      boolean isTimes = text.charAt(at++) == '*';
      double other = factor();
      value = isTimes ? value * other : value / other;
    }
    return value;
  }

  private double factor() {
    if (text.charAt(at) == '-') {
      at++;
      return -factor();
    }
    if (text.charAt(at) == '(') {
      at++;
      double value = sum();
      at++;
      return value;
    }
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return Double.parseDouble(text.substring(start, at));
  }
}
