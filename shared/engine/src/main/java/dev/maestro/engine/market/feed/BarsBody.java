package dev.maestro.engine.market.feed;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarForm;
import dev.maestro.engine.market.BarHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bars that a feeder sends: {@code bar_minutes}, and {@code bars} oldest first. All of them are
 * taken or none: a bar that is not over, stands twice, comes before its predecessor or overlaps it,
 * or whose prices cannot be those of one period, refuses the whole.
 */
public final class BarsBody {
  private static final int LONGEST_BAR_MINUTES = 1440;
  private static final String BARS = "bars";
  private static final String START = "start";

  private static final Kind<Integer> MINUTES =
      Kinds.leaf(
          "a whole number from 1 to " + LONGEST_BAR_MINUTES,
          given ->
              Kinds.COUNT.find(given).filter(count -> count >= 1 && count <= LONGEST_BAR_MINUTES),
          count -> (long) count);

  private BarsBody() {}

  /**
   * Reads them.
   *
   * @param now no bar may end after it
   * @throws UnreadableValueException naming the field, such as {@code bars[3].start}
   */
  public static BarHistory read(Fields body, Instant now) {
    Duration length = Duration.ofMinutes(body.get("bar_minutes", MINUTES));
    List<Fields> rows = body.require(BARS).list(BARS);
    if (rows.isEmpty() || rows.size() > BarHistory.MOST_KEPT) {
      throw body.wrong(
          BARS, "a list of 1 to " + BarHistory.MOST_KEPT + " bars", rows.size() + " bars");
    }
    List<Bar> bars = new ArrayList<>();
    Optional<Instant> end = Optional.empty();
    for (Fields row : rows) {
      Bar bar = BarForm.FORM.read(row);
      requireTime(row, bar.start(), length, now);
      if (end.filter(bar.start()::isBefore).isPresent()) {
        throw row.wrong(
            START, "at or after the end of the bar before it, " + end.get(), bar.start());
      }
      bars.add(bar);
      end = Optional.of(bar.start().plus(length));
    }
    return new BarHistory(length, bars);
  }

  /** One that still grows would be taken for a calm one if its feeder died now. */
  private static void requireTime(Fields row, Instant start, Duration length, Instant now) {
    if (!start.equals(start.truncatedTo(ChronoUnit.MILLIS)) || start.isBefore(Instant.EPOCH)) {
      throw row.wrong(START, "a whole millisecond, not before 1970", start);
    }
    if (start.plus(length).isAfter(now)) {
      throw row.wrong(START, "of a bar that is over: its end is not after now, " + now, start);
    }
  }
}
