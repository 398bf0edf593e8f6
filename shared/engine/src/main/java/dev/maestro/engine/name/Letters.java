package dev.maestro.engine.name;

/** What names are made of; ASCII alone, and no pattern is run for each of them. */
final class Letters {
  private Letters() {}

  /** True if a text has so many characters at least and at most, each {@link #isOne}. */
  static boolean make(String text, int atLeast, int atMost, String others) {
    int length = text.length();
    if (length < atLeast || length > atMost) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isOne(text.charAt(i), others)) {
        return false;
      }
    }
    return true;
  }

  /** True for a letter of A to Z in both cases, a digit, or one of some others. */
  static boolean isOne(char c, String others) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || others.indexOf(c) >= 0;
  }
}
