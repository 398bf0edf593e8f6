package dev.maestro.gcp.cycle;

import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.capital.TradingState;
import dev.maestro.gcp.firestore.StoredFields;
import dev.maestro.gcp.firestore.UnreadableDocumentException;
import java.util.Optional;

/** The kill switch of a tenant and its global twin. */
public final class ControlDocument {
  private ControlDocument() {}

  /**
   * What both together allow: the tighter of them. A tenant's state that is missing or unreadable
   * reads as REDUCING, and so does an unreadable global one; a missing global one is ACTIVE.
   */
  public static ControlState read(Optional<StoredFields> tenant, Optional<StoredFields> global) {
    ControlState own = tenant.map(ControlDocument::read).orElse(ControlState.UNKNOWN);
    ControlState all = global.map(ControlDocument::read).orElse(ControlState.ACTIVE);
    return all.state().compareTo(own.state()) > 0
        ? new ControlState(all.state(), "all tenants: " + all.reason())
        : own;
  }

  private static ControlState read(StoredFields document) {
    try {
      return new ControlState(
          document.word("state", TradingState.class),
          document.raw("reason").map(Object::toString).orElse(""));
    } catch (UnreadableDocumentException unreadable) {
      return ControlState.UNKNOWN;
    }
  }
}
