package dev.maestro.firestore.cycle;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.firestore.store.Paths;

/** The kill switch of a tenant and its global twin. */
final class ControlDocument {
  private static final AlertCode UNREADABLE = AlertCode.UNREADABLE_CONTROL;

  private ControlDocument() {}

  /**
   * What both together allow: the tighter of them, under the sum of their fences. A tenant's that
   * is missing or unreadable reads as REDUCING, and so does an unreadable global one; a missing
   * global one is ACTIVE.
   */
  static TradingControl read(TolerantReads reads) {
    TradingControl own =
        reads
            .require(reads.path("control/state"), UNREADABLE, TradingControlForm.FORM)
            .orElse(TradingControl.UNKNOWN);
    TradingControl all =
        reads.isThere(Paths.GLOBAL_CONTROL)
            ? reads
                .read(Paths.GLOBAL_CONTROL, UNREADABLE, TradingControlForm.FORM)
                .orElse(TradingControl.UNKNOWN)
            : TradingControl.INITIAL;
    return TradingControl.together(own, named(all), 0);
  }

  /** Who reads the reason must find the switch that it stands beside. */
  private static TradingControl named(TradingControl all) {
    return new TradingControl(
        all.state(),
        "all tenants: " + all.reason(),
        all.by(),
        all.at(),
        all.fence(),
        all.isFlattening());
  }
}
