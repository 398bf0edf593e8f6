package dev.maestro.embedded.paper;

import dev.maestro.embedded.claim.MemoryLedgers;
import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.account.AccountsPort;
import dev.maestro.engine.claim.account.StandingAccount;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.desk.DeskBook;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.engine.paper.desk.PaperPort;
import dev.maestro.engine.paper.desk.StoredBook;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The books of the broker on paper in memory. Every tenant of these cycles has one paper account;
 * what it shows is the account that the tenant's next cycle finds. One lock makes every method
 * atomic.
 */
public final class MemoryPaper implements PaperPort, AccountsPort {
  private final MemoryCycles cycles;
  private final MemoryLedgers ledgers;
  private final Map<TenantId, Kept> books = new HashMap<>();

  /** Bars and accounts of these cycles, intents of these ledgers. */
  public MemoryPaper(MemoryCycles cycles, MemoryLedgers ledgers) {
    this.cycles = cycles;
    this.ledgers = ledgers;
  }

  private record Kept(DeskBook book, Version version) {}

  private record Version(long number) implements StoreVersion {
    private static final Version NONE = new Version(0);
  }

  private record Reported(Optional<AccountState> account) implements StoreVersion {}

  @Override
  public List<AccountId> accounts(TenantId tenant) {
    return List.of(AccountId.MAIN);
  }

  @Override
  public PaperConfig config(TenantId tenant) {
    return situation(tenant).facts().config().paper();
  }

  @Override
  public synchronized StoredBook load(TenantId tenant, AccountId account) {
    Kept kept =
        Optional.ofNullable(books.get(tenant))
            .orElseGet(
                () -> {
                  Money start = new Money(situation(tenant).facts().tenant().baseCapital());
                  return new Kept(DeskBook.of(PaperBook.of(start)), Version.NONE);
                });
    return new StoredBook(kept.book(), kept.version());
  }

  @Override
  public synchronized StoreVersion save(
      TenantId tenant, AccountId account, StoreVersion read, DeskBook book) {
    Version stands = Optional.ofNullable(books.get(tenant)).map(Kept::version).orElse(Version.NONE);
    if (!stands.equals(read)) {
      throw new UnavailableException("the book of " + tenant + " was changed by another call");
    }
    Version next = new Version(stands.number() + 1);
    books.put(tenant, new Kept(book, next));
    return next;
  }

  @Override
  public Optional<BarHistory> bars(TenantId tenant, Symbol symbol) {
    return Optional.ofNullable(situation(tenant).market().symbols().get(symbol))
        .map(SymbolMarket::bars);
  }

  @Override
  public List<Nonce> reserved(TenantId tenant, AccountId account) {
    return ledgers.intents(tenant).stream()
        .map(KeptIntent::intent)
        .filter(intent -> intent.state() == IntentState.RESERVED)
        .sorted(Comparator.comparing((Intent intent) -> intent.order().reservedAt()))
        .map(Intent::nonce)
        .toList();
  }

  @Override
  public StandingAccount find(TenantId tenant, AccountId account) {
    Optional<AccountState> stands = situation(tenant).money().account();
    return new StandingAccount(
        stands.isPresent(),
        stands.flatMap(AccountState::executor),
        stands.map(AccountState::snapshot).map(AccountSnapshot::asOf),
        new Reported(stands));
  }

  @Override
  public boolean replace(TenantId tenant, AccountId account, Written fields, StoreVersion before) {
    AccountSnapshot shown =
        AccountSnapshotForm.of(account.value())
            .read(Fields.of("the account on paper", fields.values()));
    return cycles.changeIf(
        tenant,
        known -> before.equals(new Reported(known.money().account())),
        known -> known.with(known.money().withAccount(Optional.of(reported(known, shown)))));
  }

  private static AccountState reported(Situation known, AccountSnapshot shown) {
    Optional<AccountState> before = known.money().account();
    return new AccountState(
        shown, Optional.of(PaperDesk.EXECUTOR), before.flatMap(AccountState::flows));
  }

  private Situation situation(TenantId tenant) {
    return cycles.find(tenant).orElseThrow();
  }
}
