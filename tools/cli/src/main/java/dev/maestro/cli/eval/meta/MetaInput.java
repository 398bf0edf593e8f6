package dev.maestro.cli.eval.meta;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.health.SystemHealthForm;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.meta.selection.StrategyFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what the cases of the meta controller have in common; null and absent are UNKNOWN. */
final class MetaInput {
  static final Kind<HealthRegime> REGIME = Kinds.word(HealthRegime.class);

  private MetaInput() {}

  static SystemHealth health(Fields input) {
    return SystemHealthForm.FORM.read(input.fields("health"));
  }

  /** The configuration; allow_shorts may stand beside it. */
  static MetaConfig config(Fields input) {
    Fields config = input.fields("config");
    return MetaConfig.of(
        input
            .raw("allow_shorts")
            .map(allowed -> config.orElse("allow_shorts", allowed))
            .orElse(config));
  }

  static StrategyCandidate strategy(Fields input) {
    String name = input.get("strategy_id", Kinds.NAME);
    StrategyFigures figures =
        new StrategyFigures(
            number(input, "profit_factor"),
            number(input, "winrate"),
            number(input, "max_drawdown_pct"),
            input.get("total_trades", Kinds.COUNT),
            OptionalDouble.empty(),
            BigDecimal.ZERO);
    List<HealthRegime> tags = input.get("regime_tags", Kinds.list(REGIME), List.of());
    return StrategyCandidate.of(name, name, tags, figures);
  }

  private static OptionalDouble number(Fields input, String name) {
    return input.find(name, Kinds.NUMBER).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
