package dev.maestro.functions.status.market;

import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.feed.MarketReadings;
import dev.maestro.engine.market.feed.ReadingsBody;
import dev.maestro.engine.market.feed.ReadingsPort;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import dev.maestro.functions.status.shape.Shape;
import java.io.IOException;

/** {@code PUT market-data}: what a feeder knows of the market beside bars. */
public final class ReadingCalls {
  /** What it takes. */
  public static final Shape TAKES =
      Shape.object()
          .has("as_of", Shape.TIME)
          .may("vix", Shape.FIGURE.says("Points of the volatility index, above 0"))
          .may("ensemble_quality", Shape.FIGURE.says("From 0 to 1"))
          .may(
              "costs",
              Shape.map(
                      Shape.object()
                          .may("spread", Shape.spoken(CostLevel.class))
                          .may("spread_bps", Shape.FIGURE)
                          .may("slippage", Shape.spoken(CostLevel.class))
                          .may("slippage_bps", Shape.FIGURE)
                          .may("cost_in_R", Shape.FIGURE)
                          .may("funding_cost_estimate", Shape.FIGURE))
                  .says("By symbol; what is not named stays"));

  /** What it gives. */
  public static final Shape GIVES =
      Shape.object().has("status", Shape.oneOf("stored")).has("as_of", Shape.TIME);

  private final ReadingsPort stored;

  /** Keeps them here. */
  public ReadingCalls(ReadingsPort stored) {
    this.stored = stored;
  }

  /** Takes some. */
  public Answer put(MemberCall call) throws Problem, IOException {
    MarketReadings sent =
        JsonBody.read(
            call.request(), body -> ReadingsBody.read(body, call.now()), Problem::refused);
    return switch (stored.put(call.tenant(), sent, call.now())) {
      case STORED -> Answer.ok(Written.of("status", "stored").with("as_of", sent.asOf()));
      case NOT_NEWER ->
          throw Problem.conflict("a reading of a later as_of stands; nothing was stored");
      case NO_BARS ->
          throw Problem.refused("costs", "costs must be of symbols whose bars were sent before");
    };
  }
}
