package dev.maestro.engine.claim;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;

/**
 * The ledgers of all tenants. One command is one transaction: what it read, the kill switches and
 * the policy in force among it, is still so when what it changed is written, or nothing is written.
 * The time of a command is taken within its transaction, after what it reads.
 */
public interface LedgerPort {
  /**
   * Runs a command and writes the ledger, its intents with a line of history each, its trades and
   * alerts, all or nothing. A command whose answer is lost may have been run: ask again, every
   * command is made for that.
   *
   * <p>A ledger is born in a cycle. Where there is none yet, a snapshot is kept in the account
   * alone, until that cycle takes it up; nothing is known of intents, so that every other command
   * is answered {@code UNKNOWN_INTENT}, {@code NOT_YOUR_ACCOUNT} or {@code NO_POSITION}.
   *
   * @throws UnreadableLedgerException if the ledger is lost or cannot be read: nothing is reserved,
   *     granted or booked
   * @throws dev.maestro.engine.port.RefusedByStoreException if it can never be written
   * @throws dev.maestro.engine.port.UnavailableException if it is not known whether it was run
   */
  LedgerAnswer apply(TenantId tenant, AccountId account, LedgerCommand command);
}
