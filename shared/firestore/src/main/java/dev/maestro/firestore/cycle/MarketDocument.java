package dev.maestro.firestore.cycle;

import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.UnreadableDocumentException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code marketData/{symbol}}: the newest bars of a symbol, and what trading it costs. */
public final class MarketDocument {
  /** Bars that a document holds at most. */
  public static final int MAX_BARS = 200;

  private static final int LONGEST_BAR_MINUTES = 1440;

  private MarketDocument() {}

  /** The fields that a feeder writes: the newest bars, oldest first. */
  public static Map<String, Object> fields(Symbol symbol, BarHistory history, Instant now) {
    List<Bar> bars = history.bars();
    List<Object> stored = new ArrayList<>();
    for (Bar bar : bars.subList(Math.max(0, bars.size() - MAX_BARS), bars.size())) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("start", bar.start());
      fields.put("open", bar.open());
      fields.put("high", bar.high());
      fields.put("low", bar.low());
      fields.put("close", bar.close());
      fields.put("volume", bar.volume());
      stored.add(fields);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("symbol", symbol.value());
    fields.put("bar_minutes", history.barLength().toMinutes());
    fields.put("bars", stored);
    fields.put("updated_at", now);
    return fields;
  }

  /**
   * Reads a market; a bar that is none takes all before it along, because what happened in it is
   * not known.
   *
   * @throws UnreadableDocumentException naming the field
   */
  public static SymbolMarket read(StoredFields document) {
    long minutes = document.whole("bar_minutes");
    if (minutes < 1 || minutes > LONGEST_BAR_MINUTES) {
      throw document.wrong("bar_minutes", "from 1 to " + LONGEST_BAR_MINUTES, minutes);
    }
    List<Optional<Bar>> rows = new ArrayList<>();
    document.maps("bars").forEach(bar -> rows.add(bar(bar)));
    try {
      return new SymbolMarket(
          BarHistory.afterUnusable(Duration.ofMinutes(minutes), rows),
          document.has("spread_bps")
              ? OptionalDouble.of(document.number("spread_bps"))
              : OptionalDouble.empty(),
          costs(document),
          document.time("updated_at"));
    } catch (IllegalArgumentException disordered) {
      throw document.wrong("bars", "in order of time", String.valueOf(disordered.getMessage()));
    }
  }

  private static Optional<Bar> bar(StoredFields bar) {
    try {
      return Bar.read(
          bar.time("start"),
          bar.number("open"),
          bar.number("high"),
          bar.number("low"),
          bar.number("close"),
          bar.number("volume"));
    } catch (UnreadableDocumentException unusable) {
      return Optional.empty();
    }
  }

  private static TradingCosts costs(StoredFields document) {
    return new TradingCosts(
        level(document, "spread"),
        number(document, "spread_bps"),
        level(document, "slippage"),
        number(document, "slippage_bps"),
        number(document, "cost_in_R"));
  }

  private static Reading<Double> number(StoredFields document, String field) {
    Optional<Object> given = document.raw(field);
    if (given.isEmpty()) {
      return Reading.absent();
    }
    return given.get() instanceof Number number && Double.isFinite(number.doubleValue())
        ? Reading.of(number.doubleValue())
        : Reading.unreadable();
  }

  private static Reading<CostLevel> level(StoredFields document, String field) {
    if (!document.has(field)) {
      return Reading.absent();
    }
    try {
      return Reading.of(document.word(field, CostLevel.class));
    } catch (UnreadableDocumentException unknown) {
      return Reading.unreadable();
    }
  }
}
