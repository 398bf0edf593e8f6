package dev.maestro.engine.signal;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
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
    return read(
        strategy,
        Map.of(SignalForm.ACTION.name(), "HOLD", SignalForm.REASONING.name(), reasoning),
        asOf);
  }

  /** Close what is held in a symbol. */
  public static Signal close(StrategyId strategy, Symbol symbol, String reasoning, Instant asOf) {
    return read(
        strategy,
        Map.of(
            SignalForm.ACTION.name(),
            "CLOSE_ALL",
            SignalForm.SYMBOL.name(),
            symbol.value(),
            SignalForm.REASONING.name(),
            reasoning),
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
    fields.put(SignalForm.ACTION.name(), action.name());
    fields.put(SignalForm.SYMBOL.name(), symbol.value());
    fields.put(SignalForm.ALLOCATION.name(), allocation);
    fields.put(SignalForm.CONFIDENCE.name(), confidence);
    fields.put(SignalForm.PRICE.name(), price);
    fields.put(SignalForm.STOP_PRICE.name(), stopPrice);
    fields.put(SignalForm.OPENS_SHORT.name(), action == Action.SELL);
    fields.put(SignalForm.REASONING.name(), reasoning);
    return read(strategy, fields, asOf);
  }

  private static Signal read(StrategyId strategy, Object fields, Instant asOf) {
    return SignalReader.read(StrategyName.of(strategy), Optional.of(fields), asOf, asOf);
  }
}
