package dev.maestro.firestore.cycle;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.capital.TradingControl;
import dev.maestro.engine.capital.TradingControlForm;
import dev.maestro.firestore.store.Paths;

/** The kill switch of a tenant and its global twin. */
final class ControlDocument {
  private static final AlertCode UNREADABLE = AlertCode.UNREADABLE_CONTROL;

  private ControlDocument() {}

  /**
   * What both together allow: the tighter of them. A tenant's state that is missing or unreadable
   * reads as REDUCING, and so does an unreadable global one; a missing global one is ACTIVE.
   */
  static ControlState read(TolerantReads reads) {
    ControlState own =
        reads
            .require(reads.path("control/state"), UNREADABLE, TradingControlForm.FORM)
            .map(TradingControl::toState)
            .orElse(ControlState.UNKNOWN);
    ControlState all =
        reads.isThere(Paths.GLOBAL_CONTROL)
            ? reads
                .read(Paths.GLOBAL_CONTROL, UNREADABLE, TradingControlForm.FORM)
                .map(TradingControl::toState)
                .orElse(ControlState.UNKNOWN)
            : ControlState.ACTIVE;
    return all.state().compareTo(own.state()) > 0
        ? new ControlState(all.state(), "all tenants: " + all.reason())
        : own;
  }
}
