package dev.maestro.engine.conduct.narration;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.Narration;
import dev.maestro.engine.narration.NarrationPrompt;
import dev.maestro.engine.narration.NarrationReason;
import dev.maestro.engine.narration.NarrationRefusal;
import dev.maestro.engine.narration.Narrator;
import dev.maestro.engine.narration.NarratorAnswer;
import dev.maestro.engine.narration.fact.FactCheck;
import dev.maestro.engine.narration.fact.RecordFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Has a narrator tell a stored cycle, and keeps the text only if it holds against the record. It
 * comes after the commit, so it can neither delay nor change a decision; whatever goes wrong, the
 * deterministic text stands, and the record says why.
 */
public final class CycleNarrator {
  /** No narrator is set up. */
  public static final CycleNarrator NOBODY = new CycleNarrator(Optional.empty());

  private final Optional<Parts> parts;

  private record Parts(Narrator narrator, NarrationsPort narrations, AlertPort alerts) {}

  /** Asks this narrator. */
  public CycleNarrator(Narrator narrator, NarrationsPort narrations, AlertPort alerts) {
    this(Optional.of(new Parts(narrator, narrations, alerts)));
  }

  private CycleNarrator(Optional<Parts> parts) {
    this.parts = parts;
  }

  /** What a record says when it is committed: what holds if nothing more happens. */
  public Narration atCommit() {
    return parts
        .map(
            known ->
                Narration.rejected(
                    new NarrationRefusal(NarrationReason.UNFINISHED, ""),
                    Optional.of(known.narrator().model())))
        .orElse(Narration.NOT_CONFIGURED);
  }

  /**
   * Tells a cycle. Never throws: the cycle is done.
   *
   * @param record its sealed fields
   * @param summary its deterministic text
   */
  public void tell(
      TenantId tenant, String recordId, Map<String, ?> record, String summary, Instant now) {
    parts.ifPresent(
        known -> {
          try {
            tell(known, tenant, recordId, record, summary, now);
          } catch (RuntimeException lost) {
            // The record says UNFINISHED, and its text stands; whoever wired the ports logs it.
          }
        });
  }

  private static void tell(
      Parts parts,
      TenantId tenant,
      String recordId,
      Map<String, ?> record,
      String summary,
      Instant now) {
    String model = parts.narrator().model();
    NarratorAnswer answer = parts.narrator().narrate(NarrationPrompt.of(record, summary));
    String text =
        answer instanceof NarratorAnswer.Text given ? FactCheck.plain(given.text()) : summary;
    Optional<NarrationRefusal> refusal =
        answer instanceof NarratorAnswer.None none
            ? Optional.of(none.why())
            : FactCheck.refusal(text, RecordFacts.of(record));
    parts
        .narrations()
        .put(
            tenant,
            recordId,
            refusal.isPresent() ? summary : text,
            refusal
                .map(why -> Narration.rejected(why, Optional.of(model)))
                .orElseGet(() -> Narration.by(model)));
    if (refusal.filter(why -> why.reason().isAboutTheModel()).isPresent()) {
      parts
          .alerts()
          .raise(
              tenant,
              AlertCode.NARRATOR_MODEL_NOT_FOUND,
              "the model " + model + " answers 404: set VERTEX_AI_MODEL_ID to one that is served",
              now);
    }
  }
}
