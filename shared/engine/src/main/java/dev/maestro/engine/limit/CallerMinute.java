package dev.maestro.engine.limit;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a caller has taken of one minute. Minutes are those of the clock: a caller may make twice as
 * many calls around the turn of one, and never more than the limit within it.
 *
 * @param minute when it began
 * @param reads taken of it, 0 or more
 * @param writes taken of it, 0 or more
 * @param orders taken of it, 0 or more
 */
public record CallerMinute(Instant minute, int reads, int writes, int orders) {
  private static final Field<CallerMinute, Instant> MINUTE =
      Field.required("minute", Kinds.TIME, CallerMinute::minute);
  private static final Field<CallerMinute, Integer> READS =
      Field.required("reads", Kinds.COUNT, CallerMinute::reads);
  private static final Field<CallerMinute, Integer> WRITES =
      Field.required("writes", Kinds.COUNT, CallerMinute::writes);
  private static final Field<CallerMinute, Integer> ORDERS =
      Field.required("orders", Kinds.COUNT, CallerMinute::orders);

  /** How it is stored. */
  public static final Form<CallerMinute> FORM =
      Form.of(
          "a minute of a caller",
          in -> new CallerMinute(MINUTE.in(in), READS.in(in), WRITES.in(in), ORDERS.in(in)),
          List.of(MINUTE, READS, WRITES, ORDERS));

  private static final Duration LENGTH = Duration.ofMinutes(1);

  /** Checks the counts. */
  public CallerMinute {
    if (reads < 0 || writes < 0 || orders < 0) {
      throw new IllegalArgumentException("counts of calls must be 0 or more");
    }
  }

  /** The minute of a time, of which nothing is taken. */
  public static CallerMinute begun(Instant now) {
    return new CallerMinute(now.truncatedTo(ChronoUnit.MINUTES), 0, 0, 0);
  }

  /**
   * The minute that counts now: this one, or a new one. One that begins up to a minute from now is
   * that of an instance whose clock goes ahead, and stands; one further ahead is nobody's.
   */
  public CallerMinute at(Instant now) {
    boolean isOver = !now.isBefore(end());
    boolean isNobodys = minute.isAfter(now.plus(LENGTH));
    return isOver || isNobodys ? begun(now) : this;
  }

  /** When it is over. */
  public Instant end() {
    return minute.plus(LENGTH);
  }

  /** How many of a kind are taken. */
  public int taken(CallKind kind) {
    return switch (kind) {
      case READ -> reads;
      case WRITE -> writes;
      case ORDER -> orders;
    };
  }

  /** The same with so many more of a kind. */
  CallerMinute taking(CallKind kind, int more) {
    return new CallerMinute(
        minute,
        kind == CallKind.READ ? reads + more : reads,
        kind == CallKind.WRITE ? writes + more : writes,
        kind == CallKind.ORDER ? orders + more : orders);
  }
}
