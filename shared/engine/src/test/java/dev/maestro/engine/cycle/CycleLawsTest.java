package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.sizing.CutCode;
import dev.maestro.engine.control.ControlState;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.Verdict.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds in every cycle, whatever it is given. */
class CycleLawsTest {
  /** Ways to make one thing worse for one strategy and one symbol; none takes a sell away. */
  private static final List<Worse> WORSE =
      List.of(
          new Worse("no policy", (scene, name) -> scene.withoutPolicy()),
          new Worse("blocked policy", (scene, name) -> scene.under(Policies.blocked())),
          new Worse("confidence", (scene, name) -> askForMore(scene)),
          new Worse("reducing", (scene, name) -> scene.control = tighter(scene, "REDUCING")),
          new Worse("halted", (scene, name) -> scene.control = tighter(scene, "HALTED")),
          new Worse("losses", (scene, name) -> scene.performs(name, ThrottleMode.SHADOW_MODE)),
          new Worse("unreadable days", Scene::isUnreadable),
          new Worse("missing days", (scene, name) -> scene.performance.clear()),
          new Worse(
              "remembered", (scene, name) -> scene.memory.put(new StrategyId(name), tightMemory())),
          new Worse("shadow", (scene, name) -> changeLive(scene, name, StrategyStatus.SHADOW)),
          new Worse("disabled", (scene, name) -> changeLive(scene, name, StrategyStatus.DISABLED)),
          new Worse("unselected", (scene, name) -> scene.selecting(Set.of(), Set.of())),
          new Worse("stale account", (scene, name) -> scene.accountOf(Duration.ofHours(1))),
          new Worse("no account", (scene, name) -> scene.withoutAccount()),
          new Worse("no vix", (scene, name) -> scene.withoutVix()),
          new Worse("high vix", (scene, name) -> scene.withVix("90")),
          new Worse("in flight", (scene, name) -> scene.inFlight(name, "AAPL")),
          new Worse("no capital", (scene, name) -> scene.buyingPower = "0"),
          new Worse("threshold", (scene, name) -> scene.systemic = new SystemicConfig(1, true)),
          new Worse("repeated", (scene, name) -> scene.knownNonces.addAll(nonces(scene, name))),
          new Worse("panic", (scene, name) -> scene.inPanic()),
          new Worse("lower confidence", (scene, name) -> weaken(scene, name, "confidence")),
          new Worse("lower allocation", (scene, name) -> weaken(scene, name, "allocation")),
          new Worse("said twice", CycleLawsTest::repeatWords),
          new Worse("unreadable as well", CycleLawsTest::mumble));

  private record Worse(String name, BiConsumer<Scene, String> change) {}

  private static void askForMore(Scene scene) {
    if (scene.policy.equals(Optional.of(Policies.open()))) {
      scene.under(Policies.asking(0.85));
    }
  }

  private static ControlState tighter(Scene scene, String state) {
    TradingState wanted = TradingState.valueOf(state);
    return wanted.compareTo(scene.control.state()) > 0
        ? new ControlState(wanted, "worse")
        : scene.control;
  }

  private static ThrottleMemory tightMemory() {
    return new ThrottleMemory(ThrottleMode.SHADOW_MODE, NOW, Optional.empty(), Optional.empty());
  }

  private static void changeLive(Scene scene, String name, StrategyStatus status) {
    scene.strategies.computeIfPresent(
        name, (id, old) -> old.status() == StrategyStatus.LIVE ? old.with(status) : old);
  }

  private static List<Nonce> nonces(Scene scene, String name) {
    return scene.decided(name).stream().map(s -> new Nonce(s.identity().nonce())).toList();
  }

  private static void weaken(Scene scene, String name, String field) {
    scene.signals.replaceAll(
        old ->
            old.strategy().value().equals(name)
                ? new Signal(
                    old.strategy(),
                    old.action(),
                    old.symbol(),
                    old.assetClass(),
                    field.equals("allocation") ? half(old.allocation()) : old.allocation(),
                    field.equals("confidence") ? half(old.confidence()) : old.confidence(),
                    old.price(),
                    old.stopPrice(),
                    old.opensShort(),
                    old.quantity(),
                    old.reasoning(),
                    old.metadata(),
                    old.version(),
                    old.signalId(),
                    old.generatedAt(),
                    old.expiresAt(),
                    old.error(),
                    old.entryError())
                : old);
  }

  private static Optional<BigDecimal> half(Optional<BigDecimal> value) {
    return value.map(number -> number.multiply(new BigDecimal("0.5")));
  }

  private static void repeatWords(Scene scene, String name) {
    scene.signals.addAll(
        scene.signals.stream().filter(s -> s.strategy().value().equals(name)).toList());
  }

  private static void mumble(Scene scene, String name) {
    scene.signals.add(Signal.unreadable(new StrategyName(name), "a test", "mumbled", NOW));
  }

  private static String key(DecidedSignal signal) {
    return signal.signal().strategy() + " " + signal.symbol() + " " + signal.signal().action();
  }

  private static Map<String, DecidedSignal> byKey(Scene scene) {
    Map<String, DecidedSignal> decided = new HashMap<>();
    for (DecidedSignal signal : scene.run().signals()) {
      if (RandomScene.NAMES.contains(signal.signal().strategy().value())) {
        decided.merge(key(signal), signal, CycleLawsTest::freer);
      }
    }
    return decided;
  }

  private static DecidedSignal freer(DecidedSignal one, DecidedSignal other) {
    return one.isApproved() ? one : other;
  }

  @Test
  void making_one_thing_worse_never_approves_what_was_denied_and_never_enlarges_anything() {
    Seeds.forTenTimesAsMany(
        random -> {
          long seed = random.nextLong();
          String name = RandomScene.NAMES.get(random.nextInt(RandomScene.NAMES.size()));
          Worse worse = WORSE.get(random.nextInt(WORSE.size()));
          Map<String, DecidedSignal> before = byKey(RandomScene.withoutCompetition(seed));
          Scene changed = RandomScene.withoutCompetition(seed);
          worse.change().accept(changed, name);
          byKey(changed)
              .forEach(
                  (key, after) ->
                      assertNotFreer(
                          worse.name() + " for " + name + ", " + key,
                          Optional.ofNullable(before.get(key)),
                          after));
        });
  }

  private static void assertNotFreer(
      String what, Optional<DecidedSignal> before, DecidedSignal after) {
    boolean wasApproved = before.filter(DecidedSignal::isApproved).isPresent();
    assertThat(after.isApproved() && !wasApproved).as("%s: %s", what, after).isFalse();
    assertThat(after.allocation())
        .as(what)
        .isLessThanOrEqualTo(before.map(DecidedSignal::allocation).orElse(BigDecimal.ZERO));
  }

  @Test
  void every_signal_leaves_with_a_verdict() {
    Seeds.forEach(
        random -> {
          Scene scene = RandomScene.of(random.nextLong());
          Set<Signal> left = new HashSet<>();
          for (DecidedSignal signal : scene.run().signals()) {
            left.add(signal.signal());
            boolean isDenied = signal.verdict().outcome() == Outcome.DENIED;
            assertThat(signal.verdict().codes().isEmpty()).isNotEqualTo(isDenied);
            assertThat(signal.verdict().sentence()).isNotBlank();
          }
          assertThat(left).containsAll(scene.signals).hasSameSizeAs(new HashSet<>(scene.signals));
        });
  }

  @Test
  void an_approved_entry_is_never_larger_than_asked_and_lists_each_cut() {
    Seeds.forEach(
        random -> {
          for (DecidedSignal signal : RandomScene.of(random.nextLong()).run().signals()) {
            if (!signal.isApproved() || signal.isExit()) {
              assertThat(signal.allocation()).isZero();
              assertThat(signal.cuts()).isEmpty();
              continue;
            }
            BigDecimal size = signal.signal().allocation().orElseThrow();
            for (var cut : signal.cuts()) {
              if (isOfTheLedger(cut.code())) {
                assertThat(cut.to()).isLessThan(cut.from());
                continue;
              }
              assertThat(cut.from()).isEqualByComparingTo(size);
              assertThat(cut.to()).isLessThan(size);
              size = cut.to();
            }
            assertThat(signal.allocation()).isEqualByComparingTo(size).isPositive();
          }
        });
  }

  /** Its cuts are of the notional, and come behind those of the allocation. */
  private static boolean isOfTheLedger(String code) {
    return Arrays.stream(CutCode.values()).map(CutCode::name).anyMatch(code::equals);
  }

  @Test
  void an_approved_exit_is_of_a_position_that_exists_and_no_larger() {
    Seeds.forEach(
        random -> {
          Scene scene = RandomScene.of(random.nextLong());
          Set<String> nonces = new HashSet<>();
          for (DecidedSignal signal : scene.run().signals()) {
            if (signal.isApproved()) {
              assertThat(nonces.add(signal.identity().nonce())).as("%s", signal).isTrue();
            }
            if (signal.isExit()) {
              assertThat(scene.positions).anyMatch(position -> covers(position, signal, scene));
            }
          }
        });
  }

  private static boolean covers(Position position, DecidedSignal exit, Scene scene) {
    boolean isOwn = position.strategy().equals(exit.signal().strategy().id());
    boolean isOpposite =
        exit.signal().action() == Action.CLOSE_ALL
            || position.isLong() == (exit.signal().action() == Action.SELL);
    return (isOwn || (scene.exitScopeAccount && position.strategy().isEmpty()))
        && position.symbol().equals(exit.symbol())
        && isOpposite
        && exit.exitQuantity().orElseThrow().compareTo(position.quantity().abs()) <= 0;
  }

  @Test
  void random_scenes_approve_deny_and_hold_enough_to_mean_something() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    int exits = 0;
    for (long seed = 1; seed <= 500; seed++) {
      for (DecidedSignal signal :
          RandomScene.of(new SplittableRandom(seed).nextLong()).run().signals()) {
        counts.merge(signal.verdict().outcome(), 1, Integer::sum);
        exits += signal.isExit() && signal.isApproved() ? 1 : 0;
      }
    }
    assertThat(counts).hasSize(3).allSatisfy((outcome, n) -> assertThat(n).isGreaterThan(100));
    assertThat(exits).isGreaterThan(30);
  }
}
