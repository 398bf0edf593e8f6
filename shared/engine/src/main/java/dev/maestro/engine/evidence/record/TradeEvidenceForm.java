package dev.maestro.engine.evidence.record;

import dev.maestro.engine.form.View;

/** How it is written what closed trades prove. */
public final class TradeEvidenceForm {
  /** All of its figures. */
  public static final View<TradeEvidence> VIEW =
      View.<TradeEvidence>empty()
          .with("sharpe", TradeEvidence::sharpe)
          .with("standard_error", TradeEvidence::error)
          .with("psr", TradeEvidence::psr)
          .with("dsr", TradeEvidence::dsr)
          .with("minimum_trades", TradeEvidence::needed);

  private TradeEvidenceForm() {}
}
