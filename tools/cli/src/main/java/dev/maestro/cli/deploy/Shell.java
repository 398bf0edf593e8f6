package dev.maestro.cli.deploy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text for bash. */
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
  private static final String NEXT_LINE = " \\\n  ";

  private Shell() {}

  /**
   * One word, quoted if it has to be. What holds {@code $(...)} is for the shell to fill in; of
   * everything else the shell changes nothing.
   */
  static String word(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    int value = text.indexOf('=') + 1;
    if (text.startsWith("--") && value > 0) {
      return text.substring(0, value) + word(text.substring(value));
    }
    if (text.contains("$(")) {
      return '"' + text + '"';
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A command: its verb and what it works on in the first line, each option in one of its own. */
  static String command(List<String> words) {
    int options = 0;
    while (options < words.size() && !words.get(options).startsWith("--")) {
      options++;
    }
    String first = joined(words.subList(0, options), " ");
    String rest = joined(words.subList(options, words.size()), NEXT_LINE);
    return rest.isEmpty() ? first : first + NEXT_LINE + rest;
  }

  /** A command in one line. */
  static String line(List<String> words) {
    return joined(words, " ");
  }

  /** A question of which only the answer counts. */
  static String silent(String question) {
    return question + " > /dev/null 2>&1";
  }

  /** One command if a question succeeds, else another. */
  static String either(String question, String then, String otherwise) {
    return "if " + question + "; then\n" + indented(then) + "else\n" + indented(otherwise) + "fi";
  }

  /** A command for when a question fails, which it may do in silence. */
  static String unless(String question, String then) {
    return "if ! " + silent(question) + "; then\n" + indented(then) + "fi";
  }

  /** Every line two columns to the right, with a line end. */
  static String indented(String text) {
    return text.lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  private static String joined(List<String> words, String separator) {
    return words.stream().map(Shell::word).collect(Collectors.joining(separator));
  }
}
