package dev.maestro.engine.twin;

import dev.maestro.engine.capital.Nonce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was closed on paper: the newest {@value #MOST} trades one by one, older ones as one sum.
 *
 * @param newest the one that was closed last is the last
 * @param olderCount so many are in the sum; one that is closed in parts may be in it twice
 * @param older what they made
 */
public record TwinTrades(List<TwinTrade> newest, int olderCount, BookAmounts older) {
  /** Trades that are listed; more would not fit the document beside the books. */
  public static final int MOST = 200;

  /** Before the first. */
  public static final TwinTrades NONE = new TwinTrades(List.of(), 0, BookAmounts.ZERO);

  /** Keeps its own list. */
  public TwinTrades {
    newest = List.copyOf(newest);
  }

  /** With more that was closed; what belongs to one entry is one trade. */
  public TwinTrades with(List<TwinTrade> closed) {
    if (closed.isEmpty()) {
      return this;
    }
    Map<Nonce, TwinTrade> byNonce = new LinkedHashMap<>();
    newest.forEach(trade -> byNonce.put(trade.nonce(), trade));
    for (TwinTrade more : closed) {
      TwinTrade before = byNonce.remove(more.nonce());
      byNonce.put(more.nonce(), before == null ? more : before.plus(more));
    }
    List<TwinTrade> all = new ArrayList<>(byNonce.values());
    int tooMany = Math.max(0, all.size() - MOST);
    BookAmounts sum = older;
    for (TwinTrade gone : all.subList(0, tooMany)) {
      sum = sum.plus(gone.realized());
    }
    return new TwinTrades(all.subList(tooMany, all.size()), olderCount + tooMany, sum);
  }

  /** What all of them made. */
  public BookAmounts realized() {
    BookAmounts sum = older;
    for (TwinTrade trade : newest) {
      sum = sum.plus(trade.realized());
    }
    return sum;
  }
}
