package dev.maestro.market.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code samples/strategy}, built by its own command and loaded as a deployment loads it. */
class StrategyTemplateTest {
  private static final Instant SLOT = Instant.parse("2026-01-05T15:00:00Z");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @TempDir private Path folder = Path.of("");

  private StrategyJars.Found found = StrategyJars.builtIn();

  @BeforeEach
  void build() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                "../../samples/strategy/build.sh", folder.resolve("breakout.jar").toString())
            .inheritIO();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAESTRO_ENGINE", SampleJar.engine());
    assertThat(builder.start().waitFor()).isZero();
    found = StrategyJars.in(folder);
  }

  @Test
  void the_template_is_built_loaded_and_signals() {
    assertThat(found.faults()).isEmpty();
    assertThat(found.mayLackCheck()).isFalse();
    assertThat(signal(101, List.of()).action()).isEqualTo(Action.BUY);
    assertThat(signal(99.5, List.of()).action()).isEqualTo(Action.HOLD);
    Position held =
        new Position(new Symbol("SPY"), BigDecimal.ONE, BigDecimal.TEN, new StrategyId("breakout"));
    assertThat(signal(90, List.of(held)).action()).isEqualTo(Action.CLOSE_ALL);
    assertThat(signal(101, List.of(held)).action()).isEqualTo(Action.HOLD);
  }

  @Test
  void the_check_of_the_template_halves_entries_before_a_weekend() {
    RiskCheck check =
        found.checks().stream()
            .map(hosted -> hosted.until(new CompletableFuture<>()))
            .findFirst()
            .orElseThrow();
    assertThat(check.code()).isEqualTo("WEEKEND");
    Map<String, String> factors =
        Map.of(
            "2026-01-02T19:59:59Z", "1",
            "2026-01-02T20:00:00Z", "0.5",
            "2026-01-04T23:59:59Z", "0.5",
            "2026-01-05T00:00:00Z", "1");
    factors.forEach(
        (time, factor) ->
            assertThat(
                    check.factor(
                        signal(101, List.of()),
                        new RiskInputs(Optional.empty(), Instant.parse(time))))
                .as(time)
                .isEqualByComparingTo(factor));
  }

  /** What it says after twenty bars between 99 and 100 and one that closes here. */
  private Signal signal(double close, List<Position> positions) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 20; i > 0; i--) {
      bars.add(new Bar(SLOT.minus(FIVE_MINUTES.multipliedBy(i + 1)), 99, 100, 99, 100, 1));
    }
    double high = Math.max(100, close);
    double low = Math.min(100, close);
    bars.add(new Bar(SLOT.minus(FIVE_MINUTES), 100, high, low, close, 1));
    List<Signal> signals =
        new StrategyHost(found.strategies())
            .evaluate(
                MarketSnapshot.of(
                    Map.of(new Symbol("SPY"), new BarHistory(FIVE_MINUTES, bars)), SLOT),
                new AccountSnapshot("main", BigDecimal.TEN, BigDecimal.TEN, positions, SLOT),
                HealthRegime.UNKNOWN);
    return signals.stream()
        .filter(signal -> signal.strategy().value().equals("breakout"))
        .findFirst()
        .orElseThrow();
  }
}
