package dev.maestro.engine.policy.gather;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an account's day is written and read, beside the account. */
public final class DayEquityForm {
  private static final Field<DayEquity, LocalDate> DAY =
      Field.required("day", Kinds.DAY, DayEquity::day);
  private static final Field<DayEquity, BigDecimal> START =
      Field.required("day_start_equity", Kinds.DECIMAL, DayEquity::start);
  private static final Field<DayEquity, BigDecimal> FLOWS =
      Field.withDefault("flows_today", Kinds.DECIMAL, BigDecimal.ZERO, DayEquity::flows);
  private static final Field<DayEquity, BigDecimal> HIGHEST =
      Field.required("day_high_equity", Kinds.DECIMAL, DayEquity::highest);

  /** All of it: what the first cycle of a day writes. */
  public static final Form<DayEquity> FORM =
      Form.of(
              "the day of an account",
              in -> new DayEquity(DAY.in(in), START.in(in), FLOWS.in(in), HIGHEST.in(in)),
              List.of(DAY, START, FLOWS, HIGHEST))
          .open();

  /** What later cycles write: the flows are the business of whoever reports them. */
  public static final View<DayEquity> WITHOUT_FLOWS = View.of(DAY, START, HIGHEST);

  private DayEquityForm() {}

  /** The day that has begun; one of which a part is missing would begin anew, losses forgotten. */
  public static Optional<DayEquity> find(Fields in) {
    boolean isBegun = Stream.of(DAY, START, HIGHEST).anyMatch(field -> in.has(field.name()));
    return isBegun ? Optional.of(FORM.read(in)) : Optional.empty();
  }
}
