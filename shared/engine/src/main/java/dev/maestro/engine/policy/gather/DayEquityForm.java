package dev.maestro.engine.policy.gather;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an account's day is written and read. */
public final class DayEquityForm {
  private static final Field<DayEquity, LocalDate> DAY =
      Field.required("day", Kinds.DAY, DayEquity::day);
  private static final Field<DayEquity, BigDecimal> START =
      Field.required("day_start_equity", Kinds.DECIMAL, DayEquity::start);
  private static final Field<DayEquity, BigDecimal> FLOWS =
      Field.required("flows_today", Kinds.DECIMAL, DayEquity::flows);
  private static final Field<DayEquity, BigDecimal> HIGHEST =
      Field.required("day_high_equity", Kinds.DECIMAL, DayEquity::highest);

  /** All of it: what the first cycle of a day writes. */
  public static final Form<DayEquity> FORM =
      Form.of(
              "the day of an account",
              in -> new DayEquity(DAY.in(in), START.in(in), FLOWS.in(in), HIGHEST.in(in)),
              List.of(DAY, START, FLOWS, HIGHEST))
          .open();

  /** What later cycles show: the flows are the business of whoever reports them. */
  public static final View<DayEquity> WITHOUT_FLOWS = View.of(DAY, START, HIGHEST);

  private static final String BEGUN = "begun";

  private DayEquityForm() {}

  /** Flows as they are reported beside an account; empty: nothing is said of them. */
  public static Optional<BigDecimal> flows(Fields account) {
    return account.find(FLOWS.name(), Kinds.DECIMAL);
  }

  /** As a cycle remembers it: never nothing, so that a day that is lost is told from none. */
  public static Written remembered(Optional<DayEquity> day) {
    return new Written(day.map(FORM::write).orElse(Map.of())).with(BEGUN, day.isPresent());
  }

  /** What a cycle remembered; one of which a part is missing would begin anew, losses forgotten. */
  public static Optional<DayEquity> remembered(Fields in) {
    return in.get(BEGUN, Kinds.FLAG) ? Optional.of(FORM.read(in)) : Optional.empty();
  }
}
