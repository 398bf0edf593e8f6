package dev.maestro.engine.meta.health;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How what is known of dropped trades is written and read. */
public final class OlderTradesForm {
  private static final Field<OlderTrades, Optional<Instant>> FIRST =
      Field.optional("first", Kinds.TIME, OlderTrades::first);
  private static final Field<OlderTrades, Optional<Instant>> LAST =
      Field.optional("last", Kinds.TIME, OlderTrades::last);
  private static final Field<OlderTrades, Optional<Instant>> LAST_PROFIT =
      Field.optional("last_profit", Kinds.TIME, OlderTrades::lastProfit);
  private static final Field<OlderTrades, Integer> ENDING_LOSSES =
      Field.required("ending_losses", Kinds.COUNT, OlderTrades::endingLosses);
  private static final Field<OlderTrades, BigDecimal> REALIZED =
      Field.required("realized_pnl", Kinds.DECIMAL, OlderTrades::realizedPnl);

  /** All of it. */
  public static final Form<OlderTrades> FORM =
      Form.of(
          "older trades",
          in ->
              new OlderTrades(
                  FIRST.in(in),
                  LAST.in(in),
                  LAST_PROFIT.in(in),
                  ENDING_LOSSES.in(in),
                  REALIZED.in(in)),
          List.of(FIRST, LAST, LAST_PROFIT, ENDING_LOSSES, REALIZED));

  private OlderTradesForm() {}
}
