package dev.maestro.embedded.market;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Position;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An agent from outside, as a demonstration needs one: it knows the generated future with a certain
 * hit rate, holds for a while, and runs when the market breaks. It sends plain maps, as a bot
 * would.
 *
 * @param hitRate share of its entries that go the right way, per phase of the market in order
 * @param holdBars how long it holds
 * @param buysDips true if it buys while the others run
 */
public record ScriptedAgent(
    StrategyId id, Symbol symbol, List<Double> hitRate, int holdBars, boolean buysDips) {
  private static final double ENTRY_CHANCE = 0.30;
  private static final double CRASH_RETURN = -0.045;

  /**
   * What it says at a bar.
   *
   * @param bars of its symbol, the future included
   * @param now index of the newest closed bar
   * @param phase index of the market phase
   * @param heldSince index of the bar at which it opened what it holds; empty if it holds nothing
   */
  public Optional<Map<String, Object>> signal(
      List<Bar> bars,
      int now,
      int phase,
      Optional<Position> held,
      Optional<Integer> heldSince,
      Instant time,
      SplittableRandom random) {
    double recent = bars.get(now).close() / bars.get(Math.max(0, now - 2)).close() - 1;
    boolean crash = recent < CRASH_RETURN;
    double luck = random.nextDouble();
    boolean hit = random.nextDouble() < hitRate.get(phase);
    if (crash && !buysDips) {
      return Optional.of(message("SELL", time, "The market breaks: out of " + symbol + "."));
    }
    if (held.isPresent()) {
      boolean done = heldSince.filter(since -> now - since >= holdBars).isPresent();
      return done
          ? Optional.of(message("CLOSE_ALL", time, "Held for " + holdBars + " bars."))
          : Optional.empty();
    }
    double future = bars.get(Math.min(bars.size() - 1, now + 1 + holdBars)).close();
    boolean rises = future > bars.get(now).close();
    boolean enters = luck < (crash ? 0.9 : ENTRY_CHANCE) && (rises == hit || crash);
    return enters ? Optional.of(entry(bars.get(now), time)) : Optional.empty();
  }

  private Map<String, Object> entry(Bar newest, Instant time) {
    Map<String, Object> fields = message("BUY", time, "Order flow in " + symbol + " turns up.");
    fields.put("allocation", 0.6);
    fields.put("confidence", 0.8);
    fields.put("price", newest.close());
    fields.put("stop_price", newest.close() * 0.97);
    return fields;
  }

  private Map<String, Object> message(String action, Instant time, String reasoning) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("action", action);
    fields.put("symbol", symbol.value());
    fields.put("asset_class", "CRYPTO");
    fields.put("generated_at", time);
    fields.put("reasoning", reasoning);
    return fields;
  }
}
