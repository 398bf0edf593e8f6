package dev.maestro.functions.status.market;

import dev.maestro.engine.name.Symbol;
import dev.maestro.firestore.api.MarketView;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;

/** {@code GET market/{symbol}}: the bars of a symbol. */
public final class MarketReads {
  /** A slash in the path would make two parts of one. */
  private static final String SLASH = "~2F";

  private final MarketView market;

  /** Of this view. */
  public MarketReads(MarketView market) {
    this.market = market;
  }

  /** The bars of a symbol. */
  public Answer one(MemberCall call) throws Problem {
    Symbol symbol =
        Symbol.of(call.argument("symbol").replace(SLASH, "/"))
            .orElseThrow(() -> Problem.notFound("no symbol can have this name"));
    return Answer.found(market.of(call.tenant(), symbol, call.now()), "market of this symbol");
  }
}
