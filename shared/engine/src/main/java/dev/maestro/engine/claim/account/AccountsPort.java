package dev.maestro.engine.claim.account;

import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;

/** Keeps the newest account that feeders have put, for cycles and people. */
public interface AccountsPort {
  /**
   * What stands of an account. Changes nothing.
   *
   * @throws dev.maestro.engine.port.UnavailableException if the store does not answer soon
   */
  StandingAccount find(TenantId tenant, AccountId account);

  /**
   * Writes these fields of an account, atomically, and leaves all others as they are: the day's are
   * the cycles' own.
   *
   * @param before of the account that was found
   * @return false if somebody else was faster; nothing is stored then
   * @throws dev.maestro.engine.port.RefusedByStoreException if the store can never hold it
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it is stored
   */
  boolean replace(TenantId tenant, AccountId account, Written fields, StoreVersion before);
}
