package dev.maestro.bench.run;

import java.util.List;

/** Places in a document that are written by a program: between two comments with a name. */
final class PerformanceDoc {
  private PerformanceDoc() {}

  /**
   * The text with other lines in the place of a name.
   *
   * @throws IllegalArgumentException if the text has no such place, naming the lines to add
   */
  static String with(String text, String name, List<String> lines) {
    String begin = "<!-- bench:" + name + " -->\n";
    String end = "<!-- /bench:" + name + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end, Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException(
          "docs/performance.md has no place for "
              + name
              + ": add the lines "
              + begin.strip()
              + " and "
              + end);
    }
    return text.substring(0, from + begin.length())
        + "\n"
        + String.join("\n", lines)
        + "\n\n"
        + text.substring(to);
  }
}
