package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.account.AccountsPort;
import dev.maestro.engine.claim.account.PutAccount;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The executor named {@value #EXECUTOR}. It may die between any two calls of its ports: whoever
 * calls it again, with the same or a later time, completes what it began, and nothing happens
 * twice. A token is in the book before the claim is made, a fill is in the book before it is told,
 * and it leaves the book when the ledger has answered.
 */
public final class PaperDesk {
  /** The name by which accounts choose it. */
  public static final String EXECUTOR = "paper";

  private final PaperPort paper;
  private final LedgerPort ledger;
  private final PutAccount accounts;
  private final Supplier<String> tokens;

  /**
   * A desk.
   *
   * @param tokens each call gives another, of at least 128 random bits
   */
  public PaperDesk(
      PaperPort paper, LedgerPort ledger, AccountsPort accounts, Supplier<String> tokens) {
    this.paper = paper;
    this.ledger = ledger;
    this.accounts = new PutAccount(accounts, ledger);
    this.tokens = tokens;
  }

  /**
   * Takes an intent that was published. Intents of accounts that name another executor are left
   * alone; one that it has already is not taken again.
   */
  public DeskRun onIntent(TenantId tenant, AccountId account, Nonce nonce, Instant now) {
    if (!paper.accounts(tenant).contains(account)) {
      return DeskRun.NOTHING;
    }
    DeskCall call = call(tenant, account);
    call.ask(List.of(nonce), tokens);
    call.claim(now);
    return call.run();
  }

  /**
   * The work of a minute: takes the intents of which no message came, lets new bars go over the
   * book, tells what they did, asks whether what works may go on, and shows the account.
   *
   * @param now before anything is read
   */
  public DeskRun tick(TenantId tenant, AccountId account, Instant now) {
    DeskCall call = call(tenant, account);
    call.ask(paper.reserved(tenant, account), tokens);
    call.claim(now);
    call.advance(now);
    call.tell(now);
    call.show(now);
    return call.run();
  }

  private DeskCall call(TenantId tenant, AccountId account) {
    return new DeskCall(paper, ledger, accounts, tenant, account);
  }
}
