package dev.maestro.embedded.session;

import dev.maestro.embedded.storm.world.Chance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What strategies say: entries for the most part, of which some are wrong, old, or no signal. */
final class RandomSignals {
  private static final List<String> FIELDS =
      List.of("allocation", "confidence", "price", "stop_price", "symbol", "expires_at");

  private final Chance chance;

  RandomSignals(Chance chance) {
    this.chance = chance;
  }

  Object next(Instant now, ToDoubleFunction<String> prices) {
    if (chance.oneIn(60)) {
      return chance.pick(List.of("no signal", 7, List.of(), Map.of()));
    }
    Map<String, Object> signal = entry(now, prices);
    switch (chance.below(10)) {
      case 0 -> signal.put("action", "HOLD");
      case 1 -> signal.put("action", "CLOSE_ALL");
      case 2, 3 -> sell(signal);
      default -> signal.put("action", "BUY");
    }
    if (chance.oneIn(12)) {
      signal.put(chance.pick(FIELDS), chance.pick(List.of("NaN", -1, 0, 1, "2.5", "x")));
    }
    if (chance.oneIn(12)) {
      signal.remove(chance.pick(FIELDS));
    }
    return signal;
  }

  private void sell(Map<String, Object> signal) {
    signal.put("action", "SELL");
    signal.put("opens_short", chance.oneIn(2));
    signal.remove("stop_price");
  }

  private Map<String, Object> entry(Instant now, ToDoubleFunction<String> prices) {
    String symbol = chance.pick(RandomTenant.SYMBOLS);
    double price = prices.applyAsDouble(symbol) * (1 + (chance.below(17) - 8) / 200.0);
    Map<String, Object> signal = new TreeMap<>();
    signal.put("symbol", symbol);
    signal.put("allocation", RandomTenant.decimal(1 + chance.below(100), 2));
    signal.put("confidence", RandomTenant.decimal(200 + chance.below(801), 3));
    signal.put("price", price);
    signal.put("stop_price", price * (0.80 + chance.below(19) / 100.0));
    signal.put("generated_at", now.minusSeconds(chance.oneIn(10) ? 700 : chance.below(300)));
    if (chance.oneIn(4)) {
      signal.put("reasoning", "because \"" + chance.below(1_000) + "\" \u00e9\ud83d\ude80");
      signal.put(
          "metadata", Map.of("model", "m" + chance.below(3), "score", 0.1 + chance.below(9)));
      signal.put("version", "v" + chance.below(4));
    }
    return signal;
  }
}
