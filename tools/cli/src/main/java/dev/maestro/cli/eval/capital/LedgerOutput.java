package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.ClosedTrade;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the ledger as it stands at the end of a case; amounts are decimal text. */
final class LedgerOutput {
  private static final Comparator<PositionKey> BY_STRATEGY =
      Comparator.comparing(PositionKey::holder).thenComparing(PositionKey::symbol);

  private LedgerOutput() {}

  static Map<String, Object> of(Ledger ledger, MemoryArchive archive) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("reserved", LedgerSums.reserved(ledger).toString());
    result.put("filled_since", LedgerSums.filledSince(ledger).toString());
    result.put("available", LedgerSums.available(ledger).map(LedgerOutput::text).orElse(null));
    result.put("control", ledger.control().state().name());
    result.put("fence", ledger.control().fence());
    result.put("suspended", texts(ledger.restrictions().suspended()));
    result.put("doubt", texts(ledger.restrictions().doubts().keySet()));
    result.put("holdings", holdings(ledger.book()));
    result.put("lots", lots(ledger.book()));
    result.put("intents", archive.intents().values().stream().map(LedgerOutput::intent).toList());
    result.put("trades", archive.trades().values().stream().map(LedgerOutput::trade).toList());
    result.put("alerts", archive.alerts().stream().map(Enum::name).sorted().toList());
    return result;
  }

  private static List<Map<String, Object>> holdings(PositionBook book) {
    return book.holdings().all().stream()
        .sorted(Comparator.comparing(LedgerHolding::key, BY_STRATEGY))
        .map(LedgerOutput::holding)
        .toList();
  }

  private static Map<String, Object> holding(LedgerHolding holding) {
    Map<String, Object> row = position(holding.key(), holding.quantity());
    row.put("cost", holding.cost().toString());
    row.put("fees", holding.fees().toString());
    return row;
  }

  private static List<Map<String, Object>> lots(PositionBook book) {
    SortedMap<PositionKey, Quantity> sums = new TreeMap<>(BY_STRATEGY);
    for (Lot lot : book.lots().all()) {
      sums.merge(lot.key(), lot.quantity(), Quantity::plus);
    }
    return sums.entrySet().stream().map(sum -> position(sum.getKey(), sum.getValue())).toList();
  }

  private static Map<String, Object> intent(Intent intent) {
    return Map.of(
        "nonce", intent.nonce().value(),
        "state", intent.state().name(),
        "filled_quantity", intent.filled().quantity().toString(),
        "filled_notional", intent.filled().notional().toString());
  }

  private static Map<String, Object> trade(ClosedTrade trade) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("trade_id", trade.id());
    row.put("strategy", trade.key().holder().value());
    row.put("symbol", trade.key().symbol().value());
    row.put("side", trade.isLong() ? "LONG" : "SHORT");
    row.put("quantity", trade.quantity().toString());
    row.put("entry_price", text(trade.entryPrice()));
    row.put("exit_price", text(trade.exitPrice()));
    row.put("realized_pnl", trade.realizedPnl().toString());
    row.put("closed_at", trade.closedAt().toString());
    return row;
  }

  private static Map<String, Object> position(PositionKey key, Quantity quantity) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("strategy", key.holder().value());
    row.put("symbol", key.symbol().value());
    row.put("quantity", quantity.toString());
    return row;
  }

  private static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static List<String> texts(Collection<?> names) {
    return names.stream().map(Object::toString).toList();
  }
}
