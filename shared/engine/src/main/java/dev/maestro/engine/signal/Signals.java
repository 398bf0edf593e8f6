package dev.maestro.engine.signal;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The signals that strategies in process give, in one line each. */
public final class Signals {
  private Signals() {}

  /** Nothing to do, and why. */
  public static Signal hold(StrategyId strategy, String reasoning, Instant asOf) {
    return read(strategy, Map.of("action", "HOLD", "reasoning", reasoning), asOf);
  }

  /** Close what is held in a symbol. */
  public static Signal close(StrategyId strategy, Symbol symbol, String reasoning, Instant asOf) {
    return read(
        strategy,
        Map.of("action", "CLOSE_ALL", "symbol", symbol.value(), "reasoning", reasoning),
        asOf);
  }

  /**
   * Open a position.
   *
   * @param action BUY for a long, SELL for a short
   * @param allocation a fraction 0..1
   * @param confidence a fraction 0..1
   * @param price of the newest bar, above 0
   * @param stopPrice above 0
   */
  public static Signal open(
      StrategyId strategy,
      Action action,
      Symbol symbol,
      BigDecimal allocation,
      BigDecimal confidence,
      BigDecimal price,
      BigDecimal stopPrice,
      String reasoning,
      Instant asOf) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("action", action.name());
    fields.put("symbol", symbol.value());
    fields.put("allocation", allocation);
    fields.put("confidence", confidence);
    fields.put("price", price);
    fields.put("stop_price", stopPrice);
    fields.put("opens_short", action == Action.SELL);
    fields.put("reasoning", reasoning);
    return read(strategy, fields, asOf);
  }

  private static Signal read(StrategyId strategy, Map<String, Object> fields, Instant asOf) {
    return SignalReader.read(strategy, Optional.of(fields), asOf, asOf);
  }
}
