package dev.maestro.functions.status.decision;

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

  private DecisionShapes() {}
}
