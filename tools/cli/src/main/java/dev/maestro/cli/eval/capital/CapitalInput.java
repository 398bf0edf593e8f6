package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.claim.body.BodyKinds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import java.math.BigDecimal;
import java.time.Duration;

/** What the cases of sizing and ledger have in common. */
final class CapitalInput {
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private CapitalInput() {}

  /** The parameters of capital; durations in seconds. */
  static CapitalConfig config(Fields input) {
    Fields config = input.fields("config");
    CapitalConfig defaults = CapitalConfig.DEFAULTS;
    return new CapitalConfig(
        sizing(config),
        times(config),
        config.get("repeat_limit", Kinds.COUNT, defaults.repeatLimit()),
        config.get("max_grants_per_minute", Kinds.COUNT, defaults.maxGrantsPerMinute()),
        config.get("max_open", Kinds.COUNT, defaults.maxOpen()));
  }

  /** What a signal and the policy say of an entry. */
  static EntryTerms terms(Fields input) {
    return new EntryTerms(
        input.get("side", ExactKinds.SIDE),
        input.get("weight", Kinds.DECIMAL),
        input.get("allocation", Kinds.DECIMAL),
        input.find("price", Kinds.DECIMAL),
        input.find("stop_price", Kinds.DECIMAL),
        input.find("last", Kinds.DECIMAL),
        input.get("max_risk_pct", Kinds.DECIMAL),
        input.get("total_exposure_limit", Kinds.DECIMAL));
  }

  private static SizingLimits sizing(Fields config) {
    SizingLimits defaults = SizingLimits.DEFAULTS;
    return new SizingLimits(
        config.get("overfill_tolerance", Kinds.DECIMAL, defaults.overfillTolerance()),
        config.get("price_collar_pct", Kinds.DECIMAL, defaults.priceCollarPct()),
        config.get("min_stop_pct", Kinds.DECIMAL, defaults.minStopPct()),
        config.get("assumed_stop_pct", Kinds.DECIMAL, defaults.assumedStopPct()),
        config.find("max_symbol_exposure_pct", Kinds.DECIMAL),
        config.find("max_order_notional", BodyKinds.MONEY),
        config.get("min_order_notional", BodyKinds.MONEY, defaults.minOrderNotional()));
  }

  private static TimeLimits times(Fields config) {
    TimeLimits defaults = TimeLimits.DEFAULTS;
    return new TimeLimits(
        seconds(config, "claim_within", defaults.claimWithin()),
        seconds(config, "report_within", defaults.reportWithin()),
        seconds(config, "account_max_age", defaults.accountMaxAge()),
        seconds(config, "snapshot_grace", defaults.snapshotGrace()),
        seconds(config, "drift_confirm", defaults.driftConfirm()));
  }

  private static Duration seconds(Fields config, String name, Duration fallback) {
    return config
        .find(name, Kinds.DECIMAL)
        .map(seconds -> Duration.ofMillis(seconds.multiply(MILLIS).longValue()))
        .orElse(fallback);
  }
}
