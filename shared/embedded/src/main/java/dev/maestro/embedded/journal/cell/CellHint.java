package dev.maestro.embedded.journal.cell;

import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.number.Decimals;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a cell that cannot be read looks like, and how to have it read. A hint is for people: no
 * cell is ever taken for what it looks like.
 */
public final class CellHint {
  private static final Set<TradeField> NUMBERS =
      EnumSet.of(
          TradeField.REALIZED_PNL,
          TradeField.ENTRY_PRICE,
          TradeField.QUANTITY,
          TradeField.MULTIPLIER);

  /** The shape of a text and what it says, the most telling first. */
  private record Shape(Pattern pattern, String hint) {
    static Shape of(String regex, String hint) {
      return new Shape(Pattern.compile(regex), hint);
    }
  }

  private static final List<Shape> OF_NUMBERS =
      List.of(
          Shape.of(
              ".*[\\u2212\\u2012\\u2013\\u2014].*",
              "its minus is a dash, not the - of a keyboard: replace it"),
          Shape.of(
              ".*[\\u00a0\\u2007\\u2009\\u202f].*", "it has a blank of a special kind: remove it"),
          Shape.of(".*%.*", "a percentage is no money: name the column of the money with --map"),
          Shape.of("(?i)[+-]?(nan|inf|infinity|null|none|n/a|#n/a)", "the export had no number"),
          Shape.of("(?i)true|false", "a yes or no is no number: name another column with --map"),
          Shape.of("\\(.*\\)", "a loss in brackets: write it with a minus"),
          Shape.of("[\\d.,]+-", "its minus stands behind: write it in front"),
          Shape.of(
              "[+-]?\\d{1,3},\\d{3}",
              "a decimal comma or thousands: say --decimal-comma if it is the first, remove the"
                  + " comma if the second"),
          Shape.of(
              "[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?",
              "it has a comma between thousands: export without it"),
          Shape.of(
              "[+-]?[$\\u20ac\\u00a3]?[+-]?[\\d.]*,\\d+( ?[$\\u20ac\\u00a3])?",
              "its decimals follow a comma: say --decimal-comma"),
          Shape.of(".*[$\\u20ac\\u00a3\\u00a5].*", "it has the sign of a currency: remove it"),
          Shape.of("[+-]?[\\d.,]+ ?[A-Za-z]{1,5}", "it has a unit behind it: remove it"),
          Shape.of("[+-]? ?\\d{1,3}( \\d{3})+.*", "it has a blank between thousands: remove it"));

  /** Behind a local time that a clock showed twice. */
  static final String TWICE = " (twice)";

  /** Behind a local time that no clock showed. */
  static final String NEVER = " (never)";

  private static final List<Shape> OF_TIMES =
      List.of(
          Shape.of(
              ".* \\(twice\\)",
              "the clocks of the zone show it twice, as summer time ends: write its offset behind"
                  + " it, such as 01:30:00-04:00"),
          Shape.of(
              ".* \\(never\\)",
              "the clocks of the zone skip it, as summer time begins: look at --zone, or write its"
                  + " offset behind it"),
          Shape.of(
              "[2-7]\\d{4}([.,]\\d+)?",
              "the number of a date in a spreadsheet: give the column the format yyyy-mm-dd"
                  + " hh:mm:ss, save it again and say --zone"),
          Shape.of(
              "\\d{10}(\\.\\d+)?",
              "Unix seconds, which this column does not hold: write it as ISO-8601"),
          Shape.of(
              "\\d{13}",
              "Unix milliseconds, which this column does not hold: write it as ISO-8601"),
          Shape.of(
              "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?",
              "it has no time zone: say which with --zone, e.g. --zone UTC"),
          Shape.of(
              "\\d{4}-\\d\\d-\\d\\d",
              "a date without time and zone: with --zone it counts from 00:00"),
          Shape.of(
              "\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}.*",
              "day and month may be the other way round: write it as 2026-01-31 16:00:00 and say"
                  + " --zone"),
          Shape.of(
              "\\d{4}[./]\\d{1,2}[./]\\d{1,2}.*",
              "write its date with hyphens, 2026-01-31 16:00:00, and say --zone"),
          Shape.of("\\d{1,2}:\\d\\d.*", "a time of day without its date"));

  private CellHint() {}

  /** What a value of a field looks like, after a comma; blank if nobody knows, or if it is good. */
  public static String of(TradeField field, String value) {
    String text = value.strip();
    if (field == TradeField.AGENT_ID && text.isEmpty()) {
      return ", for all rows: --map agent_id=:NAME";
    }
    if (field == TradeField.CLOSED_AT) {
      return first(OF_TIMES, text);
    }
    return NUMBERS.contains(field) && Decimals.read(text).isEmpty() ? first(OF_NUMBERS, text) : "";
  }

  private static String first(List<Shape> shapes, String text) {
    return shapes.stream()
        .filter(shape -> shape.pattern().matcher(text).matches())
        .findFirst()
        .map(shape -> ", " + shape.hint())
        .orElse("");
  }
}
