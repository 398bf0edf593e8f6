package dev.maestro.engine.narration;

import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import java.util.Optional;

/**
 * Who wrote a cycle's summary; stands in its record, outside the hash.
 *
 * @param rejected why it is the deterministic text; empty: it is the narrator's
 * @param model who was asked; empty: nobody
 */
public record Narration(
    Source source, Optional<NarrationRefusal> rejected, Optional<String> model) {
  /** How it stands in the record. */
  public static final View<Narration> VIEW =
      View.<Narration>empty()
          .with("source", made -> made.source.word)
          .ifPresent("rejected", made -> made.rejected.map(NarrationRefusal::reason))
          .ifPresent(
              "detail",
              made -> made.rejected.map(NarrationRefusal::detail).filter(text -> !text.isBlank()))
          .ifPresent("model", Narration::model);

  /** The fields of a record that stand outside its hash and may change later. */
  public Written beside(String summary) {
    return Written.of("ai_summary", summary).with("narration", VIEW.written(this));
  }

  /** Where the text is from. */
  public enum Source {
    /** A model wrote it, and it was checked. */
    VERTEX("vertex"),
    /** The deterministic text. */
    TEXT("text");

    private final String word;

    Source(String word) {
      this.word = word;
    }
  }

  /** No narrator is set up. */
  public static final Narration NOT_CONFIGURED =
      rejected(new NarrationRefusal(NarrationReason.NOT_CONFIGURED, ""), Optional.empty());

  /** A text that holds. */
  public static Narration by(String model) {
    return new Narration(Source.VERTEX, Optional.empty(), Optional.of(model));
  }

  /** The deterministic text stands. */
  public static Narration rejected(NarrationRefusal why, Optional<String> model) {
    return new Narration(Source.TEXT, Optional.of(why), model);
  }
}
