package dev.maestro.functions.status.signal;

import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.AssetClass;
import dev.maestro.functions.status.shape.Shape;

/** What a signal from outside looks like, and its receipt, as openapi.json tells it. */
public final class SignalShapes {
  private static final Shape FRACTION = Shape.FIGURE.says("From 0 to 1");
  private static final Shape ABOVE_0 = Shape.FIGURE.says("Above 0");

  /** {@code PUT signals/{strategy}}. */
  public static final Shape SIGNAL =
      Shape.object()
          .has("action", Shape.spoken(Action.class))
          .may("symbol", Shape.TEXT.says("Of a BUY or a SELL"))
          .may("asset_class", Shape.spoken(AssetClass.class))
          .may("allocation", FRACTION)
          .may("confidence", FRACTION)
          .may("price", ABOVE_0)
          .may("stop_price", ABOVE_0)
          .may("quantity", Shape.FIGURE.says("Of an exit, above 0; all without it"))
          .may("opens_short", Shape.FLAG)
          .may("reasoning", Shape.TEXT)
          .may("metadata", Shape.object().open().says("The sender's own"))
          .may("signal_id", Shape.TEXT.says("1 to 200 characters"))
          .may("generated_at", Shape.TIME.says("The newest stands; when it came without it"))
          .may("expires_at", Shape.TIME)
          .may("strategy", Shape.TEXT.says("As in the path, or left out"))
          .may("version", Shape.TEXT.says("The model, prompt or code; 1 to 100 characters"));

  /** It stands now. */
  public static final Shape RECEIPT =
      Shape.object()
          .has("status", Shape.oneOf("stored", "unchanged"))
          .has("strategy", Shape.TEXT)
          .has("action", Shape.word(Action.class))
          .has("generated_at", Shape.TIME)
          .has("expires_at", Shape.TIME)
          .has("entry_error", Shape.TEXT.orNull().says("Why it cannot open a position"));

  /** {@code PUT signals}. */
  public static final Shape SIGNALS =
      Shape.object()
          .has(
              "signals",
              Shape.list(Shape.object().has("strategy", Shape.TEXT).open())
                  .says(
                      "1 to 50, of each strategy one; each as the body of PUT signals/{strategy}"));

  /** What became of each, in the order in which they were sent. */
  public static final Shape RECEIPTS =
      Shape.object()
          .has(
              "receipts",
              Shape.list(
                  Shape.object()
                      .has("strategy", Shape.TEXT)
                      .has(
                          "status",
                          Shape.oneOf(
                              "stored", "unchanged", "not_newer", "not_registered", "refused"))
                      .may("action", Shape.word(Action.class).orNull())
                      .may("expires_at", Shape.TIME.orNull())
                      .may("entry_error", Shape.TEXT.orNull())
                      .may("field", Shape.TEXT.says("Of one that was refused"))
                      .may("detail", Shape.TEXT.says("Why it was refused"))));

  private SignalShapes() {}
}
