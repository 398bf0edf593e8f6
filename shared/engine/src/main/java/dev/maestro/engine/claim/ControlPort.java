package dev.maestro.engine.claim;

import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.name.TenantId;
import java.util.Optional;

/** The kill switches, a tenant's and everybody's. They need no ledger, so that they always work. */
public interface ControlPort {
  /**
   * Throws a switch: in one transaction, always one fence further. When this has returned, no claim
   * succeeds that the new state forbids.
   *
   * @param tenant empty: everybody's
   * @param order its fence and time are not looked at
   * @return the switch as it stands now, with its own fence
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it was thrown
   */
  TradingControl put(Optional<TenantId> tenant, TradingControl order);
}
