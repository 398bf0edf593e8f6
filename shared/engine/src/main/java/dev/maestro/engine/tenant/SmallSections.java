package dev.maestro.engine.tenant;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.paper.PaperConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Reads the sections of few settings: {@code paper} and {@code decisions}. */
final class SmallSections {
  private static final int DEFAULT_DAYS = 30;
  private static final int MOST_DAYS = 3650;

  private SmallSections() {}

  /** How long what a cycle was decided from is kept; zero: not at all. */
  static Duration keepInputs(Fields given) {
    ConfigReader read = new ConfigReader(given);
    int days = read.integer("keep_inputs_days", DEFAULT_DAYS);
    return read.build(
        () -> {
          new ConfigRules().within("keep_inputs_days", days, 0, MOST_DAYS).check();
          return Duration.ofDays(days);
        });
  }

  /** How the broker on paper fills. */
  static PaperConfig paper(Fields given, Optional<CapitalConfig> capital) {
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
