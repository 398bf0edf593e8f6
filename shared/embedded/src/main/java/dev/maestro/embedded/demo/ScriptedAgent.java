package dev.maestro.embedded.demo;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
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

  /** It quotes what it would pay at most: orders are sent a percent better. */
  private static final double QUOTE = 1.0105;

  private static final double CRASH_RETURN = -0.045;

  /**
   * What it says when a bar has closed.
   *
   * @param market the future included
   * @param bar number of the newest closed bar
   * @param heldSince number of the bar at which it opened what it holds; empty if it holds nothing
   */
  public Optional<Map<String, Object>> signal(
      DemoMarket market, int bar, Optional<Integer> heldSince, SplittableRandom random) {
    Bar newest = market.bar(symbol, bar);
    Instant time = market.closeOf(bar);
    boolean crash = newest.close() / market.bar(symbol, bar - 2).close() - 1 < CRASH_RETURN;
    double luck = random.nextDouble();
    boolean hit = random.nextDouble() < hitRate.get(market.phaseOf(bar));
    if (crash && !buysDips) {
      return Optional.of(message("SELL", time, "The market breaks: out of " + symbol + "."));
    }
    if (heldSince.isPresent()) {
      boolean done = heldSince.filter(since -> bar - since >= holdBars).isPresent();
      return done
          ? Optional.of(message("CLOSE_ALL", time, "Held for " + holdBars + " bars."))
          : Optional.empty();
    }
    boolean rises = market.bar(symbol, bar + 1 + holdBars).close() > newest.close();
    boolean enters = luck < (crash ? 0.9 : ENTRY_CHANCE) && (rises == hit || crash);
    return enters ? Optional.of(entry(newest, time)) : Optional.empty();
  }

  private Map<String, Object> entry(Bar newest, Instant time) {
    Map<String, Object> fields = message("BUY", time, "Order flow in " + symbol + " turns up.");
    fields.put("allocation", 0.6);
    fields.put("confidence", 0.8);
    fields.put("price", newest.close() * QUOTE);
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
