package dev.maestro.engine.meta.health;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How health is written and read; what is unknown is null. */
public final class SystemHealthForm {
  private static final Field<SystemHealth, OptionalDouble> DRAWDOWN =
      Field.number("drawdown_pct", SystemHealth::drawdownPct);
  private static final Field<SystemHealth, OptionalDouble> WIN_RATE =
      Field.number("winrate", SystemHealth::winRate);
  private static final Field<SystemHealth, OptionalDouble> SLOPE =
      Field.number("equity_slope_pct_per_day", SystemHealth::equitySlopePctPerDay);
  private static final Field<SystemHealth, OptionalInt> LOSSES =
      Field.count("consecutive_losses", SystemHealth::consecutiveLosses);
  private static final Field<SystemHealth, OptionalInt> DAYS_SINCE_PROFIT =
      Field.count("days_since_profit", SystemHealth::daysSinceProfit);
  private static final Field<SystemHealth, HealthRegime> REGIME =
      Field.withDefault(
          "regime", Kinds.word(HealthRegime.class), HealthRegime.UNKNOWN, SystemHealth::regime);
  private static final Field<SystemHealth, Volatility> VOLATILITY =
      Field.withDefault(
          "volatility", Kinds.word(Volatility.class), Volatility.UNKNOWN, SystemHealth::volatility);

  /** All of it. */
  public static final Form<SystemHealth> FORM =
      Form.of(
          "the health of a tenant",
          in ->
              new SystemHealth(
                  DRAWDOWN.in(in),
                  WIN_RATE.in(in),
                  SLOPE.in(in),
                  LOSSES.in(in),
                  DAYS_SINCE_PROFIT.in(in),
                  REGIME.in(in),
                  VOLATILITY.in(in)),
          List.of(DRAWDOWN, WIN_RATE, SLOPE, LOSSES, DAYS_SINCE_PROFIT, REGIME, VOLATILITY));

  /** What the first screen shows. */
  public static final View<SystemHealth> SUMMARY =
      View.of(DRAWDOWN, WIN_RATE, SLOPE, REGIME, VOLATILITY);

  private SystemHealthForm() {}
}
