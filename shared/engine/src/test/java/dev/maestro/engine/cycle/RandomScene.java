package dev.maestro.engine.cycle;

import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Scenes of every kind, most of them with something that may be approved. */
final class RandomScene {
  static final List<String> NAMES = List.of("s0", "s1", "s2", "s3", "s4");
  static final List<String> SYMBOLS = List.of("AAPL", "MSFT", "SPY");

  private final SplittableRandom random;
  private final Scene scene = Scene.calm();

  private RandomScene(SplittableRandom random) {
    this.random = random;
  }

  /** The same scene for the same seed. */
  static Scene of(long seed) {
    RandomScene made = new RandomScene(new SplittableRandom(seed));
    NAMES.forEach(made::strategy);
    made.surroundings();
    return made.scene;
  }

  /**
   * The same, where nobody closes what belongs to nobody: of two that may, the one takes what the
   * other would have had, and whatever stops the one is the other's gain.
   */
  static Scene withoutCompetition(long seed) {
    Scene scene = of(seed);
    scene.exitScopeAccount = false;
    return scene;
  }

  private void strategy(String name) {
    if (!often()) {
      scene.with(name).performs(name, any(ThrottleMode.values()));
    } else if (often()) {
      scene.with(name);
    }
    if (rarely()) {
      scene.isUnreadable(name);
    }
    if (rarely()) {
      scene.is(name, any(StrategyStatus.values()));
    }
    if (random.nextBoolean()) {
      scene.mayShort(name);
    }
    if (rarely()) {
      scene.mayScaleIn(name);
    }
    if (rarely()) {
      scene.holds(rarely() ? "" : name, any(SYMBOLS), rarely() ? "-3" : "5");
    }
    if (rarely()) {
      scene.inFlight(name, any(SYMBOLS));
    }
    if (often()) {
      scene.says(name, spoken());
    }
    if (random.nextInt(25) == 0) {
      scene.says(name, spoken());
    }
  }

  private Spoken spoken() {
    String symbol = any(SYMBOLS);
    Spoken spoken =
        switch (random.nextInt(8)) {
          case 0 -> Spoken.action("HOLD");
          case 1 -> Spoken.action("CLOSE_ALL");
          case 2 -> Spoken.sell(symbol);
          case 3 -> Spoken.shortSell(symbol);
          default -> Spoken.buy(symbol);
        };
    if (rarely()) {
      List<String> fields = List.of("allocation", "confidence", "symbol", "quantity", "price");
      Object value = any(List.of("NaN", -1, 0, "0.05", 1, 2.5));
      spoken = rarely() ? spoken.without(any(fields)) : spoken.with(any(fields), value);
    }
    return rarely() ? spoken.with("expires_at", Spoken.NOW.minusSeconds(1)) : spoken;
  }

  private void surroundings() {
    if (rarely()) {
      scene.switchedTo(any(TradingState.values()));
    }
    if (rarely()) {
      scene.under(
          any(
              List.of(
                  Policies.blocked(),
                  Policies.excluding("AAPL"),
                  Policies.only("AAPL", "SPY"),
                  Policies.asking(0.9))));
    }
    if (rarely()) {
      scene.selecting(Set.of("s0", "s1", "s2"), Set.of("s3"));
    }
    if (rarely()) {
      scene.accountOf(Duration.ofMinutes(any(List.of(1, 15, 16))));
    }
    if (rarely()) {
      scene.withVix("44");
    }
    scene.systemic = new SystemicConfig(1 + random.nextInt(4), true);
    scene.exitScopeAccount = rarely();
    if (rarely()) {
      scene.throttle = ThrottleConfig.of(Fields.of("", Map.of("new_strategy_mode", "REDUCED")));
    }
  }

  private boolean rarely() {
    return random.nextInt(8) == 0;
  }

  private boolean often() {
    return !rarely();
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private <T> T any(T[] choice) {
    return choice[random.nextInt(choice.length)];
  }
}
