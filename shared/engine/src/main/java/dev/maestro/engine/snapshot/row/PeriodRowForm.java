package dev.maestro.engine.snapshot.row;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.snapshot.row.PeriodRow.Period;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.DayResultForm;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the row of a day or month is written and read; whose it is stands beside it. */
public final class PeriodRowForm {
  private static final Field<PeriodRow, Period> PERIOD =
      Field.required(
          "period",
          Kinds.word(Period.class, period -> period.name().toLowerCase(Locale.ROOT)),
          PeriodRow::period);
  private static final Field<PeriodRow, LocalDate> START =
      Field.required(
          "period_start",
          Kinds.TIME.as(
              time -> LocalDate.ofInstant(time, ZoneOffset.UTC),
              day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
          PeriodRow::start);
  private static final Field<PeriodRow, Optional<Object>> DATE =
      Field.shown("date", row -> Optional.of(row.name()));
  private static final Field<PeriodRow, BigDecimal> REALIZED =
      Field.required("realized_pnl", Kinds.DECIMAL, PeriodRow::realizedPnl);
  private static final Field<PeriodRow, Integer> TRADES =
      Field.required("trades", Kinds.COUNT, PeriodRow::trades);

  private static final Field<PeriodRow, Optional<ThrottleMode>> MODE =
      Field.optional(
          "mode", Kinds.word(ThrottleMode.class), row -> row.onPaper().map(OnPaper::mode));
  private static final Field<PeriodRow, Optional<BigDecimal>> SHADOW_PNL =
      Field.optional("shadow_pnl", Kinds.DECIMAL, row -> row.onPaper().flatMap(OnPaper::pnl));
  private static final Field<PeriodRow, Optional<BigDecimal>> SHADOW_MARK =
      Field.optional("shadow_mark", Kinds.DECIMAL, row -> row.onPaper().flatMap(OnPaper::mark));

  /** The mark of the open positions at its end, which is read alone, too. */
  public static final Field<PeriodRow, Optional<BigDecimal>> UNREALIZED =
      Field.optional("unrealized_pnl", Kinds.DECIMAL, PeriodRow::unrealizedPnl);

  /** The capital at its start, which is read alone, too; one that is not above 0 is none. */
  public static final Field<PeriodRow, Optional<BigDecimal>> CAPITAL =
      Field.optional("capital_base", Kinds.DECIMAL, PeriodRow::capitalBase)
          .map(base -> base.filter(amount -> amount.signum() > 0));

  /** All of it. */
  public static final Form<PeriodRow> FORM =
      Form.of(
              "the row of a day or month",
              in ->
                  new PeriodRow(
                      PERIOD.in(in),
                      START.in(in),
                      REALIZED.in(in),
                      UNREALIZED.in(in),
                      CAPITAL.in(in),
                      TRADES.in(in),
                      DayResultForm.onPaper(MODE.in(in), SHADOW_PNL.in(in), SHADOW_MARK.in(in))),
              List.of(
                  PERIOD,
                  START,
                  DATE,
                  REALIZED,
                  UNREALIZED,
                  CAPITAL,
                  TRADES,
                  MODE,
                  SHADOW_PNL,
                  SHADOW_MARK))
          .open();

  /** The figures, for people and programs. */
  public static final View<PeriodRow> FIGURES = View.of(TRADES, REALIZED, UNREALIZED, CAPITAL);

  private PeriodRowForm() {}
}
