package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.form.View;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is shown of a ledger: its sums, what is held and lies in lots; amounts are decimal text. */
public final class LedgerView {
  private static final Comparator<PositionKey> BY_STRATEGY =
      Comparator.comparing(PositionKey::holder).thenComparing(PositionKey::symbol);

  /** Whose, and of what. */
  public static final View<PositionKey> POSITION =
      View.<PositionKey>empty()
          .with("strategy", key -> key.holder().value())
          .with("symbol", PositionKey::symbol);

  private static final View<LedgerHolding> HOLDING =
      View.<LedgerHolding>empty()
          .all(POSITION, LedgerHolding::key)
          .with("quantity", holding -> holding.quantity().toString())
          .with("cost", holding -> holding.cost().toString())
          .with("fees", holding -> holding.fees().toString());

  private static final View<Map.Entry<PositionKey, Quantity>> LOTS =
      View.<Map.Entry<PositionKey, Quantity>>empty()
          .all(POSITION, Map.Entry::getKey)
          .with("quantity", sum -> sum.getValue().toString());

  /** All of it but the intents. */
  public static final View<Ledger> SUMS =
      View.<Ledger>empty()
          .with("reserved", ledger -> LedgerSums.reserved(ledger).toString())
          .with("filled_since", ledger -> LedgerSums.filledSince(ledger).toString())
          .with("available", ledger -> LedgerSums.available(ledger).map(LedgerView::text))
          .with("control", ledger -> ledger.control().state())
          .with("fence", ledger -> ledger.control().fence())
          .with("suspended", ledger -> texts(ledger.restrictions().suspended()))
          .with("doubt", ledger -> ledger.restrictions().doubts().keySet())
          .with("holdings", LedgerView::holdings)
          .with("lots", LedgerView::lots);

  private LedgerView() {}

  private static List<?> holdings(Ledger ledger) {
    return rows(
        HOLDING,
        ledger.book().holdings().all().stream()
            .sorted(Comparator.comparing(LedgerHolding::key, BY_STRATEGY))
            .toList());
  }

  private static List<?> lots(Ledger ledger) {
    SortedMap<PositionKey, Quantity> sums = new TreeMap<>(BY_STRATEGY);
    for (Lot lot : ledger.book().lots().all()) {
      sums.merge(lot.key(), lot.quantity(), Quantity::plus);
    }
    return rows(LOTS, sums.entrySet());
  }

  private static <T> List<?> rows(View<T> view, Collection<T> values) {
    return values.stream().map(view::write).toList();
  }

  private static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static List<String> texts(Collection<?> names) {
    return names.stream().map(Object::toString).toList();
  }
}
