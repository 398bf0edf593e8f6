package dev.maestro.engine.signal.hook;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hooks of the strategy trend. */
final class Hooks {
  static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
  static final HookId ID = new HookId("0123456789abcdef0123456789abcdef");

  private Hooks() {}

  static Hook of(String secret, Map<String, String> names) {
    return new Hook(
        ID,
        new TenantId("acme"),
        new StrategyId("trend"),
        List.of(new Symbol("SPY"), new Symbol("AAPL")),
        new TreeMap<>(names),
        Optional.of(Hook.hash(secret)),
        "test",
        NOW,
        NOW);
  }
}
