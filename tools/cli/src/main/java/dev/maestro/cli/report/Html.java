package dev.maestro.cli.report;

/** Text inside HTML. */
final class Html {
  private Html() {}

  /** The text with everything escaped that HTML gives a meaning. */
  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
