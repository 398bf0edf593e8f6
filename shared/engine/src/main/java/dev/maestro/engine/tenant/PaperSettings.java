package dev.maestro.engine.tenant;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.paper.PaperConfig;
import java.math.BigDecimal;
import java.util.Optional;

/** The settings of the broker on paper, as a tenant gives them. */
final class PaperSettings {
  private PaperSettings() {}

  /** Reads them; the assumed stop is that of the capital. */
  static PaperConfig of(Fields given, Optional<CapitalConfig> capital) {
    ConfigReader read = new ConfigReader(given);
    BigDecimal slippage =
        read.decimal("slippage_bps", PaperConfig.DEFAULTS.slippageBps().toPlainString());
    BigDecimal fee = read.decimal("fee_bps", PaperConfig.DEFAULTS.feeBps().toPlainString());
    int minutes = read.integer("order_minutes", PaperConfig.DEFAULTS.orderMinutes());
    BigDecimal stop =
        capital
            .map(known -> known.sizing().assumedStopPct())
            .orElse(PaperConfig.DEFAULTS.assumedStopPct());
    return read.build(
        () -> {
          new ConfigRules()
              .within("slippage_bps", slippage, "0", "1000")
              .within("fee_bps", fee, "0", "1000")
              .within("order_minutes", minutes, 1, 10_080)
              .check();
          return new PaperConfig(slippage, fee, minutes, stop);
        });
  }
}
