package dev.maestro.functions.status.value;

import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.TwinPart;
import dev.maestro.functions.status.shape.Shape;

/** What the twin answers. */
public final class ValueShapes {
  private static final Shape EARLY = Shape.NUMBER.orNull().says("Null: too early to tell");

  private static final Shape PART =
      Shape.object()
          .has("part", Shape.word(TwinPart.class))
          .has("money", Shape.TEXT.says("What it has made; below 0: what it has cost"))
          .has("per_month", Shape.TEXT.orNull().says("Null: during the first day"))
          .has("days", Shape.WHOLE.says("Days with exposure that count"))
          .has("mean_day", EARLY)
          .has("low", EARLY)
          .has("high", EARLY)
          .has("sentence", Shape.TEXT);

  private static final Shape TRADE =
      Shape.object()
          .has("nonce", Shape.TEXT)
          .has("strategy_id", Shape.TEXT)
          .has("symbol", Shape.TEXT)
          .has("side", Shape.oneOf("LONG", "SHORT"))
          .has("closed_at", Shape.TIME)
          .has("effect", Shape.TEXT)
          .has("parts", parts())
          .has("books", books());

  /** {@code GET value}. */
  public static final Shape VALUE =
      Shape.object()
          .has("since", Shape.TIME.says("What was before is not known"))
          .has("as_of", Shape.TIME.orNull().says("When all was marked last; null: never yet"))
          .has("effect", Shape.TEXT.says("All parts together"))
          .has("effect_per_month", Shape.TEXT.orNull())
          .has("books", books())
          .has("parts", Shape.list(PART))
          .has("unmarked_days", Shape.WHOLE.says("Which count with the next that can be marked"))
          .has("left_out", Shape.WHOLE.says("Entries that did not fit"))
          .has("trades", Shape.list(TRADE).says("Newest first, at most 200"));

  private ValueShapes() {}

  private static Shape books() {
    Shape shape = Shape.object();
    for (TwinBook book : TwinBook.values()) {
      shape = shape.has(book.name(), Shape.TEXT);
    }
    return shape;
  }

  private static Shape parts() {
    Shape shape = Shape.object();
    for (TwinPart part : TwinPart.values()) {
      shape = shape.has(part.name(), Shape.TEXT);
    }
    return shape;
  }
}
