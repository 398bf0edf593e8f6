package dev.maestro.market.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.conduct.MarketPort;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Signals;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Risk checks of jars: they tighten, and whatever goes wrong in one tightens most. */
class HostedCheckTest {
  private static final Instant SLOT = Instant.parse("2026-01-05T15:00:00Z");
  private static final Signal ENTRY = Signals.hold(new StrategyId("trend"), "any", SLOT);
  private static final RiskInputs INPUTS = new RiskInputs(Optional.empty(), SLOT);

  @TempDir private Path folder = Path.of("");

  private record Said(Supplier<String> name, Supplier<BigDecimal> answer) implements RiskCheck {
    @Override
    public String code() {
      return name.get();
    }

    @Override
    public BigDecimal factor(Signal entry, RiskInputs inputs) {
      return answer.get();
    }
  }

  private static HostedCheck check(Supplier<String> name, Supplier<BigDecimal> answer) {
    return new HostedCheck("plugin.OwnCheck", () -> new Said(name, answer));
  }

  private static BigDecimal factor(RiskCheck check) {
    return RiskCheck.bounded(check, ENTRY, INPUTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return null;",
        "return new BigDecimal(-1);",
        "throw new IllegalStateException();",
        "throw new StackOverflowError();",
        "return factor(e, i);",
        "throw new NoClassDefFoundError();"
      })
  void a_check_of_a_jar_that_fails_leaves_nothing(String body) throws IOException {
    new SampleJar().check("OwnCheck", "\"OWN\"", body).write(folder.resolve("own.jar"));
    List<String> faults = new ArrayList<>();
    List<RiskCheck> checks = MarketDesk.open(Optional.of(folder), faults::add).riskChecks();
    assertThat(faults).isEmpty();
    assertThat(checks).singleElement().satisfies(own -> assertThat(factor(own)).isZero());
    assertThat(checks.get(0).code()).isEqualTo("OWN");
  }

  @Test
  void a_check_of_a_jar_cuts_and_never_gives_more() throws IOException {
    new SampleJar()
        .check("ACut", "\"A\"", "return new BigDecimal(\"0.25\");")
        .check("BMore", "\"B\"", "return BigDecimal.TEN;")
        .write(folder.resolve("own.jar"));
    assertThat(MarketDesk.open(Optional.of(folder), fault -> {}).riskChecks())
        .extracting(HostedCheckTest::factor)
        .containsExactly(new BigDecimal("0.25"), BigDecimal.ONE);
  }

  @Test
  void a_check_that_hangs_costs_a_cycle_one_deadline_and_is_not_asked_again_meanwhile()
      throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    HostedCheck hanging = check(() -> "HANGING", () -> hang(asked, released));
    CompletableFuture<Void> deadline = new CompletableFuture<>();
    RiskCheck inCycle = hanging.until(deadline);
    CompletableFuture<BigDecimal> answer = CompletableFuture.supplyAsync(() -> factor(inCycle));
    asked.await();
    deadline.complete(null);
    assertThat(answer.get()).isZero();
    assertThat(factor(inCycle)).as("the next entry").isZero();
    assertThat(factor(hanging.until(new CompletableFuture<>()))).as("the next cycle").isZero();
    released.countDown();
  }

  private static BigDecimal hang(CountDownLatch asked, CountDownLatch released) {
    asked.countDown();
    boolean waiting = true;
    while (waiting) {
      try {
        released.await();
        waiting = false;
      } catch (InterruptedException ignored) {
        waiting = true;
      }
    }
    return BigDecimal.ONE;
  }

  @Test
  void a_check_without_a_usable_code_cuts_under_its_class_name() {
    CompletableFuture<Void> open = new CompletableFuture<>();
    for (Supplier<String> name :
        List.<Supplier<String>>of(
            () -> "small letters",
            () -> "",
            () -> {
              throw new IllegalStateException("nameless");
            })) {
      assertThat(check(name, () -> BigDecimal.ONE).until(open).code()).isEqualTo("OWN_CHECK");
    }
    assertThat(check(() -> "MINE", () -> BigDecimal.ONE).until(open).code()).isEqualTo("MINE");
  }

  @Test
  void a_check_that_may_be_missing_leaves_nothing_and_says_so() {
    MarketPort desk = MarketDesk.open(Optional.of(folder.resolve("mistyped")), fault -> {});
    assertThat(desk.riskChecks())
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.code()).isEqualTo("RISK_CHECK_MISSING");
              assertThat(factor(missing)).isZero();
            });
    assertThat(desk.withoutLoaded().riskChecks()).hasSize(1);
  }

  @Test
  void without_what_was_loaded_strategies_are_silent_and_checks_leave_nothing() throws IOException {
    new SampleJar().strategy("Plugged", "plugged", "").write(folder.resolve("own.jar"));
    MarketPort strategies = MarketDesk.open(Optional.of(folder), fault -> {}).withoutLoaded();
    assertThat(strategies.riskChecks()).isEmpty();
    new SampleJar()
        .check("Own", "\"OWN\"", "return BigDecimal.ONE;")
        .write(folder.resolve("c.jar"));
    MarketPort checks = MarketDesk.open(Optional.of(folder), fault -> {}).withoutLoaded();
    assertThat(checks.riskChecks())
        .singleElement()
        .satisfies(own -> assertThat(factor(own)).isZero());
    assertThat(MarketDesk.open(Optional.empty(), fault -> {}).withoutLoaded().riskChecks())
        .isEmpty();
  }
}
