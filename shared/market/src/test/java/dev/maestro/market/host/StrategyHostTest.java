package dev.maestro.market.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.signal.Signals;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrategyHostTest {
  private static final Instant SLOT = Instant.parse("2026-01-05T15:00:00Z");
  private static final Instant NEXT_SLOT = Instant.parse("2026-01-05T15:05:00Z");
  private static final AccountSnapshot ACCOUNT =
      new AccountSnapshot("main", BigDecimal.TEN, BigDecimal.TEN, List.of(), SLOT);

  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch everybodyBusy = new CountDownLatch(3);
  private final CountDownLatch lastStarted = new CountDownLatch(1);
  private final CountDownLatch stoppedPolitely = new CountDownLatch(1);
  private volatile boolean interrupted;

  /** The deadline passes when three strategies hang and the good one has answered. */
  private final CompletableFuture<Void> deadline = new CompletableFuture<>();

  @AfterEach
  void release() {
    released.countDown();
  }

  private record Named(StrategyId id, Supplier<Signal> answer) implements Strategy {
    @Override
    public Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
      return answer.get();
    }
  }

  private static HostedStrategy hosted(String id, Supplier<Signal> answer) {
    return new HostedStrategy("class of " + id, () -> new Named(new StrategyId(id), answer));
  }

  private static Signal hold(String id) {
    return Signals.hold(new StrategyId(id), "fine", SLOT);
  }

  private Signal hangIgnoringInterruption(String id) {
    everybodyBusy.countDown();
    boolean waiting = true;
    while (waiting) {
      try {
        released.await();
        waiting = false;
      } catch (InterruptedException ignored) {
        waiting = true;
      }
    }
    return hold(id);
  }

  /** Hangs once, and stops when it is asked to. */
  private Signal hangUntilInterrupted() {
    everybodyBusy.countDown();
    if (!interrupted) {
      try {
        released.await();
      } catch (InterruptedException stopped) {
        interrupted = true;
        stoppedPolitely.countDown();
      }
    }
    return hold("polite");
  }

  private static MarketSnapshot market(Instant slot) {
    return MarketSnapshot.of(Map.of(), slot);
  }

  @Test
  void hung_throwing_null_and_slow_starting_strategies_cost_only_themselves() throws Exception {
    HostedStrategy slowStart =
        new HostedStrategy(
            "class of slow",
            () -> {
              hangIgnoringInterruption("slow");
              return new Named(new StrategyId("slow"), () -> hold("slow"));
            });
    List<HostedStrategy> strategies =
        List.of(
            hosted("hung", () -> hangIgnoringInterruption("hung")),
            hosted("polite", this::hangUntilInterrupted),
            slowStart,
            hosted(
                "throwing",
                () -> {
                  throw new StackOverflowError("deep");
                }),
            hosted("null", StrategyHostTest::nothing),
            hosted("liar", () -> hold("good")),
            hosted(
                "good",
                () -> {
                  lastStarted.countDown();
                  return hold("good");
                }));
    Iterator<CompletableFuture<Void>> deadlines =
        List.of(deadline, new CompletableFuture<Void>()).iterator();
    StrategyHost host = new StrategyHost(strategies, deadlines::next);
    CompletableFuture<List<Signal>> answers =
        CompletableFuture.supplyAsync(
            () -> host.evaluate(market(SLOT), ACCOUNT, HealthRegime.UNKNOWN));
    everybodyBusy.await();
    lastStarted.await();
    for (String quick : List.of("throwing", "null", "liar", "good")) {
      awaitThread("strategy class of " + quick);
    }
    assertThat(answers).as("waits for the deadline").isNotDone();
    deadline.complete(null);
    List<Signal> signals = answers.get();

    assertThat(signals)
        .extracting(signal -> signal.strategy().value())
        .containsExactly("hung", "polite", "class of slow", "throwing", "null", "liar", "good");
    assertThat(signals.get(0).error()).hasValueSatisfying(e -> assertThat(e).contains("deadline"));
    assertThat(signals.get(1).error()).hasValueSatisfying(e -> assertThat(e).contains("deadline"));
    assertThat(signals.get(2).error()).hasValueSatisfying(e -> assertThat(e).contains("deadline"));
    assertThat(signals.get(3).error()).hasValueSatisfying(e -> assertThat(e).contains("deep"));
    assertThat(signals.get(4).error()).hasValueSatisfying(e -> assertThat(e).contains("null"));
    assertThat(signals.get(5).error()).hasValueSatisfying(e -> assertThat(e).contains("signed as"));
    assertThat(signals.get(6)).isEqualTo(SignalReader.ofSlot(hold("good"), SLOT));

    stoppedPolitely.await();
    List<Signal> later = host.evaluate(market(NEXT_SLOT), ACCOUNT, HealthRegime.UNKNOWN);
    assertThat(later.get(0).error())
        .as("still hanging, shown as such")
        .hasValueSatisfying(e -> assertThat(e).contains("ignores interruption"));
    assertThat(later.get(6).error()).as("others go on").isEmpty();
  }

  /** A strategy's thread ends after its answer; one that is not found has ended. */
  private static void awaitThread(String name) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        thread.join();
      }
    }
  }

  @SuppressWarnings("NullAway")
  private static Signal nothing() {
    return null;
  }

  @Test
  void nobody_waits_when_all_have_answered() {
    StrategyHost host =
        new StrategyHost(List.of(hosted("good", () -> hold("good"))), () -> deadline);
    assertThat(host.evaluate(market(SLOT), ACCOUNT, HealthRegime.UNKNOWN))
        .containsExactly(SignalReader.ofSlot(hold("good"), SLOT));
    assertThat(deadline).isNotDone();
  }

  @Test
  void the_slot_is_the_identity_of_an_in_process_signal() {
    StrategyHost host = new StrategyHost(List.of(hosted("good", () -> hold("good"))));
    Signal signal = host.evaluate(market(NEXT_SLOT), ACCOUNT, HealthRegime.UNKNOWN).get(0);
    assertThat(signal.signalId()).isEqualTo(NEXT_SLOT.toString());
    assertThat(signal.generatedAt()).isEqualTo(NEXT_SLOT);
  }

  @Test
  void the_built_in_strategies_are_found() {
    assertThat(StrategyJars.builtIn().strategies())
        .extracting(HostedStrategy::className)
        .containsExactly(
            "dev.maestro.market.strategy.MeanReversionStrategy",
            "dev.maestro.market.strategy.TrendFollowingStrategy");
  }
}
