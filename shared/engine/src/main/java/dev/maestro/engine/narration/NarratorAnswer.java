package dev.maestro.engine.narration;

/** What came of asking a narrator. */
public sealed interface NarratorAnswer {
  /** A text that nobody has checked. */
  record Text(String text) implements NarratorAnswer {}

  /** No text. */
  record None(NarrationRefusal why) implements NarratorAnswer {}

  /** No text, for this reason. */
  static NarratorAnswer none(NarrationReason reason, String detail) {
    return new None(new NarrationRefusal(reason, detail));
  }
}
