package dev.maestro.functions.status.market;

import dev.maestro.engine.form.View;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.feed.BarGap;
import dev.maestro.engine.market.feed.BarMerge;
import dev.maestro.engine.market.feed.BarsBody;
import dev.maestro.engine.market.feed.PutBars;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import dev.maestro.functions.status.shape.Shape;
import java.io.IOException;

/** {@code PUT market/{symbol}}: the bars of a symbol. */
public final class MarketCalls {
  /** What it takes. */
  public static final Shape TAKES =
      Shape.object()
          .has("bar_minutes", Shape.whole(1, 1440))
          .has(
              "bars",
              Shape.list(
                      Shape.object()
                          .has("start", Shape.TIME)
                          .has("open", Shape.FIGURE)
                          .has("high", Shape.FIGURE)
                          .has("low", Shape.FIGURE)
                          .has("close", Shape.FIGURE)
                          .has("volume", Shape.FIGURE))
                  .says("1 to 200, oldest first, each of them over"));

  /** What it gives. */
  public static final Shape GIVES =
      Shape.object()
          .has("symbol", Shape.TEXT)
          .has("bar_minutes", Shape.WHOLE)
          .has("added", Shape.WHOLE)
          .has("corrected", Shape.WHOLE)
          .has("too_old", Shape.WHOLE)
          .has("stored", Shape.WHOLE)
          .has("newest", Shape.TIME)
          .has("other_length", Shape.FLAG)
          .has(
              "gaps",
              Shape.list(
                  Shape.object()
                      .has("after", Shape.TIME)
                      .has("before", Shape.TIME)
                      .has("missing", Shape.WHOLE)));

  /** A slash in the path would make two parts of one. */
  private static final String SLASH = "~2F";

  private static final View<BarGap> GAP =
      View.<BarGap>empty()
          .with("after", BarGap::after)
          .with("before", BarGap::before)
          .with("missing", BarGap::missing);
  private static final View<BarMerge> RECEIPT =
      View.<BarMerge>empty()
          .with("bar_minutes", merged -> merged.bars().barLength().toMinutes())
          .with("added", BarMerge::added)
          .with("corrected", BarMerge::corrected)
          .with("too_old", BarMerge::tooOld)
          .with("stored", merged -> merged.bars().bars().size())
          .with("newest", merged -> merged.bars().newest().map(Bar::start))
          .with("other_length", BarMerge::isOtherLength)
          .with("gaps", merged -> merged.gaps().stream().map(GAP::written).toList());

  private final PutBars bars;

  /** Takes bars through this. */
  public MarketCalls(PutBars bars) {
    this.bars = bars;
  }

  /** Takes some. */
  public Answer put(MemberCall call) throws Problem, IOException, RefusedInputException {
    Symbol symbol =
        Symbol.of(call.argument("symbol").replace(SLASH, "/"))
            .orElseThrow(() -> Problem.notFound("no symbol can have this name"));
    BarHistory sent =
        JsonBody.read(call.request(), body -> BarsBody.read(body, call.now()), Problem::refused);
    BarMerge merged = bars.put(call.tenant(), symbol, sent, call.now());
    return Answer.ok(RECEIPT.written(merged).with("symbol", symbol));
  }
}
