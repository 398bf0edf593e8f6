package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.SLOT;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.identity.SignalIdentity;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same input gives the same decision, byte for byte. */
class DeterminismTest {
  private static CycleInput shuffled(CycleInput input, Random random) {
    CycleInput.Team team = input.team();
    List<RegisteredStrategy> strategies = new ArrayList<>(team.strategies());
    List<Signal> signals = new ArrayList<>(team.signals());
    Collections.shuffle(strategies, random);
    Collections.shuffle(signals, random);
    return new CycleInput(
        input.occasion(),
        new CycleInput.Team(strategies, signals, team.performance(), team.throttleMemory()),
        input.permission(),
        input.funds(),
        input.risk());
  }

  private static List<String> nonces(CycleOutcome outcome) {
    return outcome.signals().stream().map(signal -> signal.identity().nonce()).toList();
  }

  @Test
  void a_hundred_runs_give_one_record() {
    Scene scene = RandomScene.of(7);
    CycleOutcome first = scene.run();
    for (int run = 0; run < 100; run++) {
      CycleOutcome again = RandomScene.of(7).run();
      assertThat(again.record().json()).isEqualTo(first.record().json());
      assertThat(again.summary()).isEqualTo(first.summary());
      assertThat(again.throttleMemory()).isEqualTo(first.throttleMemory());
    }
  }

  @Test
  void the_order_of_strategies_and_signals_does_not_matter() {
    Seeds.forEach(
        random -> {
          Scene scene = RandomScene.of(random.nextLong());
          String record = scene.run().record().json();
          CycleInput other = shuffled(scene.input(), new Random(random.nextLong()));
          assertThat(Cycle.run(other, scene.settings()).record().json()).isEqualTo(record);
        });
  }

  @Test
  void two_different_signals_of_one_name_leave_in_one_order() {
    Scene scene = Scene.calm().with("trend").says("trend", buy("AAPL"));
    scene.says("trend", buy("AAPL").with("reasoning", "other"));
    scene.says("trend", buy("AAPL").with("allocation", "0.1"));
    String record = scene.run().record().json();
    Collections.reverse(scene.signals);
    assertThat(scene.run().record().json()).isEqualTo(record);
  }

  @Test
  void signals_leave_by_strategy_then_symbol_then_id() {
    Scene scene = Scene.calm().with("b", "a");
    scene.says("b", buy("MSFT")).says("b", sell("AAPL")).says("a", buy("SPY"));
    scene
        .says("b", sell("SPY").with("signal_id", "1"))
        .says("b", buy("SPY").with("signal_id", "2"));
    assertThat(scene.run().signals())
        .extracting(signal -> signal.signal().strategy() + " " + signal.symbol().orElseThrow())
        .containsExactly("a SPY", "b AAPL", "b MSFT", "b SPY", "b SPY");
    assertThat(scene.run().signals().get(3).signal().signalId()).isEqualTo("1");
  }

  @Test
  void what_the_throttle_remembers_goes_on_to_the_next_cycle() {
    Scene scene =
        Scene.calm().with("good", "bad", "blind").performs("bad", ThrottleMode.SHADOW_MODE);
    scene.isUnreadable("blind");
    CycleOutcome outcome = scene.run();
    assertThat(outcome.throttleMemory())
        .containsOnlyKeys(new StrategyId("bad"), new StrategyId("blind"), new StrategyId("good"));
    scene.memory.putAll(outcome.throttleMemory());
    scene.performs("bad", ThrottleMode.ACTIVE).isUnreadable("good");
    scene.says("bad", buy("AAPL")).says("good", buy("AAPL"));
    assertThat(scene.against("bad")).containsExactly("SHADOW_MODE");
    assertThat(scene.verdictOn("good").mode()).contains(ThrottleMode.REDUCED);
    assertThat(scene.run().throttleMemory())
        .containsOnlyKeys(new StrategyId("bad"), new StrategyId("blind"), new StrategyId("good"));
  }

  @Test
  void a_slot_decided_twice_gives_the_same_nonces() {
    Seeds.forEach(
        random -> {
          Scene scene = RandomScene.of(random.nextLong());
          List<String> nonces = nonces(scene.run());
          assertThat(nonces(scene.later(Duration.ofSeconds(45)).run())).isEqualTo(nonces);
        });
  }

  @Test
  void the_next_slot_gives_a_signal_from_outside_the_same_nonce_and_another_session() {
    Scene scene = Scene.where("trend", buy("AAPL").with("signal_id", "s-1"));
    DecidedSignal before = scene.verdictOn("trend");
    scene.slot = Slot.of(SLOT.plus(Duration.ofMinutes(5)));
    DecidedSignal after = scene.later(Duration.ofMinutes(5)).verdictOn("trend");
    assertThat(after.identity().nonce()).isEqualTo(before.identity().nonce());
    assertThat(after.identity().sessionId()).isNotEqualTo(before.identity().sessionId());
  }

  @Test
  void every_signal_bears_its_identity() {
    Scene scene = Scene.where("trend", buy("AAPL").with("signal_id", "s-1"));
    SignalIdentity identity = scene.verdictOn("trend").identity();
    assertThat(identity.agentId()).isEqualTo("acme_trend");
    assertThat(identity.sessionId())
        .isEqualTo(SignalIdentity.sessionId(new TenantId("acme"), SLOT));
    assertThat(identity.timestamp()).isEqualTo(Spoken.NOW);
    assertThat(identity.nonce())
        .isEqualTo(
            SignalIdentity.nonce(
                new TenantId("acme"),
                "main",
                new StrategyName("trend"),
                Optional.of(new Symbol("AAPL")),
                "BUY",
                "s-1"));
    assertThat(scene.run().sessionId()).isEqualTo(identity.sessionId());
  }

  @Test
  void an_override_does_not_change_a_nonce() {
    Scene scene = Scene.where("trend", buy("AAPL"));
    String nonce = scene.verdictOn("trend").identity().nonce();
    assertThat(scene.inPanic().verdictOn("trend").identity().nonce()).isEqualTo(nonce);
  }
}
