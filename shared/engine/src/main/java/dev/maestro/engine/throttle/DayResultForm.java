package dev.maestro.engine.throttle;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** How a closed day is written and read: as a row, or many of them as columns. */
public final class DayResultForm {
  private static final Field<DayResult, LocalDate> DATE =
      Field.required("date", Kinds.DAY, DayResult::date);
  private static final Field<DayResult, BigDecimal> REALIZED =
      Field.required("realized_pnl", Kinds.DECIMAL, DayResult::realizedPnl);

  /** Absent: nothing was open. Null: what was open has no known mark. */
  private static final Field<DayResult, Optional<BigDecimal>> UNREALIZED =
      Field.nullable("unrealized_pnl", Kinds.DECIMAL, BigDecimal.ZERO, DayResult::unrealizedPnl);

  private static final Field<DayResult, Optional<BigDecimal>> CAPITAL =
      Field.optional("capital_base", Kinds.DECIMAL, DayResult::capitalBase);

  /** A row. */
  public static final Form<DayResult> FORM =
      Form.of(
          "a closed day",
          in -> new DayResult(DATE.in(in), REALIZED.in(in), UNREALIZED.in(in), CAPITAL.in(in)),
          List.of(DATE, REALIZED, UNREALIZED, CAPITAL));

  private static final Field<List<DayResult>, List<LocalDate>> DATES =
      Field.column("dates", Kinds.DAY, DayResult::date);
  private static final Field<List<DayResult>, List<BigDecimal>> ALL_REALIZED =
      Field.column(REALIZED.name(), Kinds.DECIMAL, DayResult::realizedPnl);
  private static final Field<List<DayResult>, List<Optional<BigDecimal>>> ALL_UNREALIZED =
      Field.column(UNREALIZED.name(), Kinds.DECIMAL_OR_BLANK, DayResult::unrealizedPnl);
  private static final Field<List<DayResult>, List<Optional<BigDecimal>>> ALL_CAPITAL =
      Field.column(CAPITAL.name(), Kinds.DECIMAL_OR_BLANK, DayResult::capitalBase);

  /** Lists of one length, half the size of a list of rows; a blank is unknown. */
  public static final Form<List<DayResult>> COLUMNS =
      Form.of(
              "closed days",
              DayResultForm::rows,
              List.of(DATES, ALL_REALIZED, ALL_UNREALIZED, ALL_CAPITAL))
          .open();

  private DayResultForm() {}

  private static List<DayResult> rows(Fields in) {
    List<LocalDate> dates = DATES.in(in.requireEven(COLUMNS.names()));
    List<BigDecimal> realized = ALL_REALIZED.in(in);
    List<Optional<BigDecimal>> unrealized = ALL_UNREALIZED.in(in);
    List<Optional<BigDecimal>> capital = ALL_CAPITAL.in(in);
    List<DayResult> days = new ArrayList<>(dates.size());
    if (new HashSet<>(dates).size() < dates.size()) {
      throw in.wrong(DATES.name(), "days, each of them once", dates);
    }
    for (int i = 0; i < dates.size(); i++) {
      days.add(new DayResult(dates.get(i), realized.get(i), unrealized.get(i), capital.get(i)));
    }
    return days;
  }
}
