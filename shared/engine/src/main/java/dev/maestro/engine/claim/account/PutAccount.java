package dev.maestro.engine.claim.account;

import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.UnavailableException;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes an account: the ledger judges it first, and what it accepts is shown to everybody. What it
 * refuses, or what is not newer, changes nothing that is shown. Between the two writes the ledger
 * knows more than is shown, until the next account comes.
 */
public final class PutAccount {
  /** Each that is lost is one that a cycle or another feeder won. */
  private static final int ATTEMPTS = 10;

  private final AccountsPort accounts;
  private final LedgerPort ledgers;

  /** Shows accounts here and tells these ledgers. */
  public PutAccount(AccountsPort accounts, LedgerPort ledgers) {
    this.accounts = accounts;
    this.ledgers = ledgers;
  }

  /**
   * Takes one. Who has an account executed by somebody else can have its orders sent by whomever he
   * likes, so that is not every feeder's to say.
   *
   * @param mayNameExecutor true if the sender may hand the account to another executor
   * @return the ledger's answer
   * @throws RefusedInputException if it names another executor and may not; nothing is changed
   * @throws dev.maestro.engine.claim.UnreadableLedgerException if there is no ledger to be told
   * @throws UnavailableException if it is not known whether it was taken
   */
  public LedgerAnswer put(
      TenantId tenant,
      AccountId account,
      AccountReport report,
      boolean mayNameExecutor,
      Instant now)
      throws RefusedInputException {
    requireExecutor(accounts.find(tenant, account), report, mayNameExecutor);
    LedgerAnswer answer = ledgers.apply(tenant, account, report.snapshot());
    boolean isOld =
        answer.code() == CommandCode.ACCEPTED
            && !isShown(tenant, account, report, mayNameExecutor, now);
    return isOld ? new LedgerAnswer(CommandAnswer.of(CommandCode.STALE), Optional.empty()) : answer;
  }

  /**
   * Takes note of one that cannot be read, not even its time: until a valid one comes only exits
   * are granted.
   *
   * @throws dev.maestro.engine.claim.UnreadableLedgerException if there is no ledger to be told
   */
  public void refuse(TenantId tenant, AccountId account, Instant now) {
    ledgers.apply(
        tenant,
        account,
        new LedgerCommand.Snapshot(Optional.empty(), Optional.empty(), now, Optional.empty()));
  }

  /** False if a newer one stands there, which a ledger knows by itself. */
  private boolean isShown(
      TenantId tenant,
      AccountId account,
      AccountReport report,
      boolean mayNameExecutor,
      Instant now)
      throws RefusedInputException {
    Instant asOf = earlier(report.snapshot().asOf(), now);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StandingAccount standing = accounts.find(tenant, account);
      requireExecutor(standing, report, mayNameExecutor);
      boolean isOvertaken = standing.asOf().filter(known -> !known.isBefore(asOf)).isPresent();
      if (isOvertaken) {
        return false;
      }
      if (accounts.replace(tenant, account, fields(report, asOf), standing.version())) {
        return true;
      }
    }
    throw new UnavailableException("others write the account " + account + " all the time");
  }

  private static Written fields(AccountReport report, Instant asOf) {
    Written fields = report.shown().with("as_of", asOf);
    return report.executor().map(named -> fields.with("executor", named)).orElse(fields);
  }

  private static void requireExecutor(
      StandingAccount standing, AccountReport report, boolean mayNameExecutor)
      throws RefusedInputException {
    boolean isAnother =
        report.executor().isPresent()
            && standing.isThere()
            && !report.executor().equals(standing.executor());
    if (isAnother && !mayNameExecutor) {
      throw new RefusedInputException(
          "executor",
          "executor must stay "
              + standing.executor().orElse("as it is")
              + ", or be left out: an admin hands an account to another one");
    }
  }

  private static Instant earlier(Instant asOf, Instant now) {
    return asOf.isAfter(now) ? now : asOf;
  }
}
