package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.name.TenantId;

/** Somebody else stored a configuration at the same time; nothing of this one is stored. */
public final class OvertakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says whose it is, and the mend. */
  OvertakenException(TenantId tenant) {
    super(
        "somebody else stored a configuration of "
            + tenant
            + " at the same time: look at it with 'tenant show' and store yours again");
  }
}
