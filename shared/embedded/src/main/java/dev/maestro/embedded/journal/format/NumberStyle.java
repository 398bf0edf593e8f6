package dev.maestro.embedded.journal.format;

import java.util.regex.Pattern;

/**
 * How an export writes numbers, beyond the plain decimals that every journal may have. In all but
 * {@link #PLAIN} a minus may be the sign of Unicode (U+2212), and a blank one that does not break.
 */
public enum NumberStyle {
  /** Plain decimals only: {@code -1234.5}. */
  PLAIN(""),
  /** Thousands by comma: {@code 1,234.5}. */
  THOUSANDS("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?"),
  /**
   * Money as on an invoice: {@code $1,234.50}, {@code -$5.00}, a loss as {@code ($200.00)}; {@code
   * 5.00 €}.
   */
  CURRENCY("\\(?[+-]?[$€£]?[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?(?: ?[$€£])?\\)?"),
  /** Thousands by a blank, and one behind the sign: {@code 4 182.78}, {@code - 0.08}. */
  SPACED("[+-]? ?\\d{1,3}(?: ?\\d{3})*(?:\\.\\d*)?"),
  /** The currency behind the number: {@code -12.50 USD}. */
  SUFFIXED("[+-]?\\d+(?:\\.\\d*)? [A-Z]{3,5}");

  private final Pattern shape;

  NumberStyle(String shape) {
    this.shape = Pattern.compile(shape);
  }

  /**
   * The number as a plain decimal; the text as it came where it is not of this style, for the
   * reader of decimals to judge.
   *
   * @param decimalComma true where comma and point have changed places
   */
  public String plain(String written, boolean decimalComma) {
    String text = this == PLAIN ? written.strip() : inAscii(written);
    if (decimalComma) {
      if (this == PLAIN && text.indexOf('.') >= 0) {
        return text + " (a point where the decimals follow a comma)";
      }
      text = swapped(text);
    }
    if (this == PLAIN || isPlain(text) || !shape.matcher(text).matches()) {
      return text;
    }
    boolean isLoss = text.startsWith("(");
    String number = (isLoss ? "-" : "") + text.replaceAll("[^0-9.+-]", "");
    boolean hasTwoSigns = number.lastIndexOf('-') > 0 || number.lastIndexOf('+') > 0;
    return hasTwoSigns || isLoss != text.endsWith(")") ? written : number;
  }

  /** The minus and the blanks of typesetters as those of a keyboard. */
  private static String inAscii(String written) {
    if (isAscii(written)) {
      return written.strip();
    }
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      text.append(c == '\u2212' ? '-' : Character.isSpaceChar(c) ? ' ' : c);
    }
    return text.toString().strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static String swapped(String text) {
    StringBuilder other = new StringBuilder(text);
    for (int i = 0; i < other.length(); i++) {
      char c = other.charAt(i);
      other.setCharAt(i, c == ',' ? '.' : c == '.' ? ',' : c);
    }
    return other.toString();
  }
}
