package dev.maestro.firestore.api.list;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.BarForm;
import dev.maestro.engine.name.Symbol;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The symbols whose bars a feeder brings, by symbol, each with its newest bar. */
public final class MarketList {
  /** The list. */
  public static final StoredList LIST =
      StoredList.byId(
          "market", "symbol", tenant -> Paths.of(tenant, "marketData"), MarketList::entry);

  private static final View<SymbolMarket> SUMMARY =
      View.<SymbolMarket>empty()
          .with("bar_minutes", market -> market.bars().barLength().toMinutes())
          .with("spread_bps", SymbolMarket::spreadBps)
          .with("updated_at", SymbolMarket::updatedAt);

  private MarketList() {}

  private static Written entry(DocumentSnapshot document, Instant now) {
    SymbolMarket market = SymbolMarketForm.FORM.read(StoredFields.of(document));
    return summary(symbol(document.getId()), market, now)
        .with("bar_count", market.bars().bars().size())
        .with("newest", market.bars().newest().map(BarForm.VIEW::write));
  }

  /**
   * One of them with all of its bars, oldest first.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException if it cannot be read
   */
  public static Written whole(Symbol symbol, Fields stored, Instant now) {
    SymbolMarket market = SymbolMarketForm.FORM.read(stored);
    return summary(symbol.value(), market, now)
        .with("bars", market.bars().bars().stream().map(BarForm.VIEW::written).toList());
  }

  /** Fresh: the newest closed bar is at most three bar lengths old. */
  private static Written summary(String symbol, SymbolMarket market, Instant now) {
    return SUMMARY
        .written(market)
        .with("symbol", symbol)
        .with("fresh", market.bars().closedBy(now).isFreshAt(now));
  }

  private static String symbol(String id) {
    return URLDecoder.decode(id, StandardCharsets.UTF_8);
  }
}
