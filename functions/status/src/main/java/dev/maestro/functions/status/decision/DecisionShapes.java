package dev.maestro.functions.status.decision;

import dev.maestro.engine.verdict.Verdict;
import dev.maestro.functions.status.shape.Shape;

/** Records of the log: those of older engines have fewer fields, so nothing has to be there. */
public final class DecisionShapes {
  /** {@code GET decisions/{id}}: the whole record, as the data model tells it. */
  public static final Shape RECORD =
      Shape.object()
          .may("timestamp", Shape.TIME)
          .may("kind", Shape.TEXT)
          .may("session_id", Shape.TEXT)
          .may("seq", Shape.WHOLE)
          .may("hash", Shape.TEXT)
          .may("previous_hash", Shape.TEXT)
          .open();

  /** {@code GET decisions}. */
  public static final Shape PAGE =
      Shape.page(
          "decisions",
          "id",
          Shape.object()
              .has("id", Shape.TEXT)
              .may("timestamp", Shape.TIME)
              .may("kind", Shape.TEXT)
              .may("session_id", Shape.TEXT)
              .may("cycle_slot", Shape.TIME)
              .may("risk_mode", Shape.TEXT.orNull())
              .may("systemic_risk_detected", Shape.FLAG)
              .may("systemic_risk_details", Shape.TEXT.orNull())
              .may("signals_modified", Shape.ANY)
              .may("ai_summary", Shape.TEXT.orNull())
              .may("seq", Shape.WHOLE)
              .may("hash", Shape.TEXT));

  /** {@code GET decisions/{id}/why/{strategy}}. */
  public static final Shape WHY =
      Shape.object()
          .has("decision", Shape.TEXT)
          .has("strategy", Shape.TEXT)
          .has(
              "signals",
              Shape.list(
                  Shape.object()
                      .has("action", Shape.TEXT)
                      .has("symbol", Shape.TEXT.orNull())
                      .has("verdict", Shape.word(Verdict.Outcome.class))
                      .has(
                          "changes",
                          Shape.list(
                              Shape.object()
                                  .has("code", Shape.TEXT)
                                  .has("what", Shape.TEXT)
                                  .has("from", Shape.NUMBER)
                                  .has("to", Shape.NUMBER)
                                  .has("unit", Shape.TEXT)))
                      .has(
                          "obstacles",
                          Shape.list(Shape.object().has("code", Shape.TEXT).has("why", Shape.TEXT)))
                      .has("with_changes", Shape.word(Verdict.Outcome.class))
                      .has("evaluations", Shape.WHOLE)
                      .has("text", Shape.list(Shape.TEXT))));

  private DecisionShapes() {}
}
