package dev.maestro.engine.tenant;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.meta.health.ClosedTrades;
import dev.maestro.engine.meta.health.ClosedTradesForm;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.meta.health.EquityPointForm;
import dev.maestro.engine.meta.health.OlderTrades;
import dev.maestro.engine.meta.health.OlderTradesForm;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.ThrottleMemoryForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How a tenant's past is written and read; stores may write more beside it. */
public final class TenantStatsForm {
  private static final Field<TenantStats, ClosedTrades> TRADES =
      Field.required("trades", ClosedTradesForm.FORM, stats -> stats.trades().recent());
  private static final Field<TenantStats, OlderTrades> OLDER =
      Field.required("older", OlderTradesForm.FORM, stats -> stats.trades().older());

  /** Trades closed before it are in. */
  public static final Field<TenantStats, Optional<Instant>> WATERMARK =
      Field.optional("watermark", Kinds.TIME, TenantStats::watermark);

  private static final Field<TenantStats, List<EquityPoint>> EQUITY =
      Field.withDefault("equity", Kinds.list(EquityPointForm.FORM), List.of(), TenantStats::equity);

  /** What the throttle remembers, which no journal can give back; it is read alone, too. */
  public static final Field<TenantStats, SortedMap<StrategyId, ThrottleMemory>> THROTTLE_MEMORY =
      Field.required("throttle_memory", ThrottleMemoryForm.ROWS, TenantStats::throttleMemory);

  private static final Field<TenantStats, Instant> UPDATED_AT =
      Field.required("updated_at", Kinds.TIME, TenantStats::updatedAt);

  /** All of it. */
  public static final Form<TenantStats> FORM =
      Form.of(
              "the past of a tenant",
              in ->
                  new TenantStats(
                      new RollingTrades(TRADES.in(in), OLDER.in(in)),
                      WATERMARK.in(in),
                      EQUITY.in(in),
                      THROTTLE_MEMORY.in(in),
                      UPDATED_AT.in(in)),
              List.of(TRADES, OLDER, WATERMARK, EQUITY, THROTTLE_MEMORY, UPDATED_AT))
          .open();

  /** The names of what it says; the rest says when. */
  public static final List<String> CONTENT =
      List.of(TRADES.name(), OLDER.name(), EQUITY.name(), THROTTLE_MEMORY.name());

  private TenantStatsForm() {}
}
