package dev.maestro.engine.paper.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.OrderType;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.account.AccountsPort;
import dev.maestro.engine.claim.account.StandingAccount;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A desk between a real ledger and a stored book, whose ports break where they are told to. */
final class DeskStage implements PaperPort, LedgerPort, AccountsPort {
  static final TenantId TENANT = new TenantId("acme");
  static final AccountId ACCOUNT = AccountId.MAIN;
  static final Duration BAR = Duration.ofMinutes(5);

  final LedgerStage ledger = new LedgerStage(CapitalConfig.DEFAULTS, PaperDesk.EXECUTOR);
  private final SortedMap<Symbol, List<Bar>> bars = new TreeMap<>();
  private final SortedMap<Nonce, ExitMode> modes = new TreeMap<>();
  private final List<Nonce> known = new ArrayList<>();
  private final PaperDesk desk = new PaperDesk(this, this, this, this::token);
  private Map<String, Object> stored =
      DeskBookForm.FORM.write(DeskBook.of(PaperBook.of(Money.of("100000"))));
  private Optional<Instant> shownAsOf = Optional.empty();
  private int version;
  private int tokens;
  private int calls;
  private int breaksAt;
  private boolean breaksAfter;
  private boolean isCalledAgain = true;

  private record Version(int number) implements StoreVersion {}

  /** The desk dies at the n-th call, before it is made or before its answer is heard. */
  void breakAt(int call, boolean afterwards) {
    breaksAt = call;
    breaksAfter = afterwards;
  }

  int calls() {
    return calls;
  }

  /** Calls it without calling it again when it dies. */
  void dying(Runnable call) {
    isCalledAgain = false;
    call.run();
  }

  /** Called again when it dies. */
  DeskRun tick() {
    return survive(() -> desk.tick(TENANT, ACCOUNT, ledger.now()));
  }

  DeskRun onIntent(String nonce) {
    return survive(() -> desk.onIntent(TENANT, ACCOUNT, new Nonce(nonce), ledger.now()));
  }

  private DeskRun survive(Supplier<DeskRun> call) {
    try {
      return call.get();
    } catch (UnavailableException died) {
      if (!isCalledAgain) {
        throw died;
      }
      return call.get();
    }
  }

  /** An entry with a stop, at a price of 100. */
  CommandCode reserve(
      String nonce, String strategy, String symbol, OrderSide side, String stop, ExitMode mode) {
    modes.put(new Nonce(nonce), mode);
    known.add(new Nonce(nonce));
    EntryTerms terms =
        new EntryTerms(
            side,
            new BigDecimal("0.5"),
            new BigDecimal("0.2"),
            Optional.of(new BigDecimal("100")),
            Optional.of(new BigDecimal(stop)),
            Optional.of(new BigDecimal("100")),
            BigDecimal.valueOf(50),
            BigDecimal.valueOf(100));
    return ledger
        .run(
            new LedgerCommand.Reserve(
                new Nonce(nonce),
                LedgerStage.key(strategy, symbol),
                Optional.of(new AgentId("agent-" + strategy)),
                terms,
                true,
                20,
                100))
        .code();
  }

  CommandCode exit(String nonce, String strategy, String symbol) {
    modes.put(new Nonce(nonce), ExitMode.TREND_FOLLOW);
    known.add(new Nonce(nonce));
    return ledger.exit(nonce, strategy, symbol).code();
  }

  /** Five minutes pass, in which the symbol moved so. */
  void bar(String symbol, double open, double high, double low, double close) {
    bars.computeIfAbsent(new Symbol(symbol), any -> new ArrayList<>())
        .add(new Bar(ledger.now().plusSeconds(1), open, high, low, close, 1));
    ledger.later(BAR.plusSeconds(1));
  }

  /** As if no feeder had written any. */
  void takeBarsBack() {
    bars.clear();
  }

  DeskBook book() {
    return DeskBookForm.FORM.read(Fields.of("a book", stored));
  }

  /** What is held is the same on both sides, and nothing is left open or untold. */
  void assertAgreement() {
    SortedMap<String, Quantity> onPaper = new TreeMap<>();
    for (PaperPosition position : book().book().positions()) {
      onPaper.merge(position.key().toString(), position.signed(), Quantity::plus);
    }
    SortedMap<String, Quantity> inLedger = new TreeMap<>();
    ledger
        .ledger()
        .book()
        .holdings()
        .all()
        .forEach(held -> inLedger.put(held.key().toString(), held.quantity()));
    assertThat(inLedger).isEqualTo(onPaper);
    assertThat(ledger.ledger().book().lots().all()).isEmpty();
    assertThat(book().untold()).isEmpty();
    assertThat(book().asked()).isEmpty();
    assertThat(ledger.ledger().intents().all())
        .extracting(Intent::nonce)
        .containsExactlyInAnyOrderElementsOf(book().tokens().keySet());
  }

  private String token() {
    return "token-" + tokens++;
  }

  private void before() {
    if (++calls == breaksAt && !breaksAfter) {
      throw new UnavailableException("the desk died");
    }
  }

  private <T> T after(T answer) {
    if (calls == breaksAt && breaksAfter) {
      throw new UnavailableException("the desk died before it heard the answer");
    }
    return answer;
  }

  @Override
  public List<AccountId> accounts(TenantId tenant) {
    before();
    return after(List.of(ACCOUNT));
  }

  @Override
  public PaperConfig config(TenantId tenant) {
    return PaperConfig.DEFAULTS;
  }

  @Override
  public StoredBook load(TenantId tenant, AccountId account) {
    before();
    return after(new StoredBook(book(), new Version(version)));
  }

  @Override
  public StoreVersion save(
      TenantId tenant, AccountId account, StoreVersion read, DeskBook changed) {
    before();
    if (!read.equals(new Version(version))) {
      throw new UnavailableException("somebody else was faster");
    }
    stored = DeskBookForm.FORM.write(changed);
    version++;
    return after(new Version(version));
  }

  @Override
  public Optional<BarHistory> bars(TenantId tenant, Symbol symbol) {
    before();
    return after(Optional.ofNullable(bars.get(symbol)).map(each -> new BarHistory(BAR, each)));
  }

  @Override
  public List<Nonce> reserved(TenantId tenant, AccountId account) {
    before();
    return after(
        known.stream()
            .filter(nonce -> ledger.intent(nonce).filter(DeskStage::isReserved).isPresent())
            .toList());
  }

  @Override
  public StandingAccount find(TenantId tenant, AccountId account) {
    before();
    return after(
        new StandingAccount(true, Optional.of(PaperDesk.EXECUTOR), shownAsOf, new Version(0)));
  }

  @Override
  public boolean replace(TenantId tenant, AccountId account, Written fields, StoreVersion version) {
    before();
    shownAsOf = Fields.of("an account", fields.values()).find("as_of", Kinds.TIME);
    return after(true);
  }

  @Override
  public LedgerAnswer apply(TenantId tenant, AccountId account, LedgerCommand command) {
    before();
    Outcome outcome = ledger.run(command);
    return after(
        new LedgerAnswer(
            outcome.answer(), command.nonce().flatMap(ledger::intent).map(this::kept)));
  }

  private static boolean isReserved(Intent intent) {
    return intent.state() == IntentState.RESERVED;
  }

  private KeptIntent kept(Intent intent) {
    return new KeptIntent(
        ACCOUNT,
        intent,
        new OrderInstructions(
            EntryMode.AGGRESSIVE,
            modes.getOrDefault(intent.nonce(), ExitMode.TREND_FOLLOW),
            OrderType.MARKET,
            Optional.empty(),
            BigDecimal.ONE,
            intent.isExit(),
            "session"),
        Optional.empty());
  }

  /** A minute later. */
  DeskStage later() {
    ledger.later(60);
    return this;
  }
}
