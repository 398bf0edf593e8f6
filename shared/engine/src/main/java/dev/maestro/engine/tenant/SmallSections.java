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

  /**
   * How long cycles are kept.
   *
   * @param inputs what they were decided from; zero: not at all
   * @param logs their records, and revisions of weights; zero: for ever
   */
  record Kept(Duration inputs, Duration logs) {
    /** Of a configuration that cannot be read: nothing more is kept, and nothing removed. */
    static final Kept NOTHING = new Kept(Duration.ZERO, Duration.ZERO);
  }

  /** How long cycles are kept. */
  static Kept kept(ConfigSections sections) {
    return sections.read("decisions", SmallSections::kept).orElse(Kept.NOTHING);
  }

  private static Kept kept(Fields given) {
    ConfigReader read = new ConfigReader(given);
    int inputs = read.integer("keep_inputs_days", DEFAULT_DAYS);
    int logs = read.integer("keep_days", 0);
    return read.build(
        () -> {
          new ConfigRules()
              .within("keep_inputs_days", inputs, 0, MOST_DAYS)
              .within("keep_days", logs, 0, MOST_DAYS)
              .require(
                  logs == 0 || logs >= inputs,
                  "keep_days must be 0 (for ever) or at least keep_inputs_days ("
                      + inputs
                      + "), got "
                      + logs)
              .check();
          return new Kept(Duration.ofDays(inputs), Duration.ofDays(logs));
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
