package dev.maestro.firestore.claim;

import static dev.maestro.testing.claim.LedgerDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.conduct.situation.SymbolMarketForm;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.desk.DeskRun;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.engine.paper.desk.StoredBook;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.account.FirestoreAccounts;
import dev.maestro.firestore.paper.FirestorePaper;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.testing.claim.LedgerDesk;
import dev.maestro.testing.conduct.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The executor on paper between the emulator's ledger and its book. */
class PaperDeskOnFirestoreTest {
  private static final String PROJECT = "demo-paper-desk";
  private static final AccountId MAIN = AccountId.MAIN;
  private static final Symbol SYMBOL = new Symbol("AAPL");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final FirestoreLedgerScene scene = new FirestoreLedgerScene(PROJECT, clock);
  private final EmulatedStore store = scene.store;
  private final FirestorePaper books = new FirestorePaper(store.firestore(), Map.of());
  private final List<Bar> bars = new ArrayList<>();
  private final PaperDesk desk =
      new PaperDesk(
          books,
          scene.ledgers(),
          new FirestoreAccounts(store.firestore()),
          () -> UUID.randomUUID().toString());
  private LedgerDesk cycle;

  @BeforeEach
  void a_tenant_with_a_paper_account() {
    new TenantStore(store.firestore())
        .create(
            new Tenant(
                TENANT, "Acme", true, new BigDecimal("100000"), ZoneOffset.UTC, new Uid("owner")),
            Map.of("paper", Map.of("slippage_bps", "0")),
            "test",
            clock.instant());
    cycle = new LedgerDesk(scene, clock).open();
    TenantLedger born = scene.ledger(TENANT, MAIN);
    scene.given(TENANT, MAIN, born.with(born.ledger().withExecutor(PaperDesk.EXECUTOR)), List.of());
    store.write(
        Paths.of(TENANT, "accounts/main"),
        Map.of("executor", "paper", "equity", "100000", "buying_power", "100000"));
    clock.pass(Duration.ofSeconds(10));
  }

  private void bar(double price) {
    clock.pass(Duration.ofSeconds(1));
    bars.add(new Bar(clock.instant(), price, price, price, price, 1));
    SymbolMarket market =
        new SymbolMarket(
            new BarHistory(Duration.ofMinutes(5), bars),
            OptionalDouble.empty(),
            TradingCosts.UNKNOWN,
            clock.instant());
    store.write(Paths.marketData(TENANT, SYMBOL), SymbolMarketForm.PRICES.write(market));
    clock.pass(Duration.ofMinutes(5));
  }

  private DeskRun tick() {
    return desk.tick(TENANT, MAIN, clock.instant());
  }

  @Test
  void an_entry_is_claimed_by_its_message_filled_by_a_bar_and_closed_by_its_stop() {
    cycle.entry("n1", "AAPL");
    assertThat(desk.onIntent(TENANT, MAIN, new Nonce("n1"), clock.instant()).granted())
        .isEqualTo(1);
    assertThat(desk.onIntent(TENANT, MAIN, new Nonce("n1"), clock.instant()).granted()).isZero();
    bar(98.5);
    assertThat(tick().told()).isEqualTo(1);
    assertThat(scene.intent(TENANT, new Nonce("n1")).intent().state())
        .isEqualTo(IntentState.FILLED);
    bar(90);

    DeskRun stopped = tick();

    assertThat(stopped.told()).isEqualTo(1);
    assertThat(stopped.snapshot()).contains(CommandCode.ACCEPTED);
    assertThat(scene.ledger(TENANT, MAIN).ledger().book().holdings().all()).isEmpty();
    assertThat(scene.row(LedgerDesk.OWNER, "close-paper-n1")).isPresent();
    assertThat(scene.ledger(TENANT, MAIN).ledger().account().orElseThrow().equity())
        .isEqualTo(books.load(TENANT, MAIN).book().book().cash());
  }

  @Test
  void an_intent_that_no_message_brought_is_found_by_the_tick() {
    cycle.entry("n1", "AAPL");

    assertThat(tick().granted()).isEqualTo(1);
    assertThat(books.load(TENANT, MAIN).book().knows(new Nonce("n1"))).isTrue();
  }

  @Test
  void a_new_book_has_the_base_capital_and_only_accounts_that_name_paper_have_one() {
    assertThat(books.load(TENANT, MAIN).book().book().cash()).isEqualTo(Money.of("100000"));
    assertThat(books.accounts(TENANT)).containsExactly(MAIN);
    store.write(Paths.of(TENANT, "accounts/main"), Map.of("executor", "somebody"));
    cycle.entry("n1", "AAPL");

    assertThat(desk.onIntent(TENANT, MAIN, new Nonce("n1"), clock.instant()))
        .isEqualTo(DeskRun.NOTHING);
    assertThat(store.has(Paths.of(TENANT, "paper/main"))).isFalse();
  }

  @Test
  void a_book_that_another_call_changed_is_not_replaced() {
    StoredBook read = books.load(TENANT, MAIN);
    books.save(TENANT, MAIN, read.version(), read.book());

    assertThatThrownBy(() -> books.save(TENANT, MAIN, read.version(), read.book()))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("another call");
  }

  @Test
  void members_who_read_the_book_find_no_token_in_it() {
    cycle.entry("n1", "AAPL");
    desk.onIntent(TENANT, MAIN, new Nonce("n1"), clock.instant());

    String token = books.load(TENANT, MAIN).book().tokens().getOrDefault(new Nonce("n1"), "");
    assertThat(token).isNotBlank();
    assertThat(store.read(Paths.of(TENANT, "paper/main")).values().toString())
        .doesNotContain(token)
        .contains("n1");
  }
}
