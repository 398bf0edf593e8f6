package dev.maestro.testing.claim;

import static dev.maestro.testing.claim.LedgerDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.claim.HistoryLine;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.testing.conduct.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a claim, a report and an operator may rely on, on one store. */
public abstract class LedgerContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  protected final MovableClock clock = new MovableClock(NOON);
  protected LedgerScene scene;
  protected LedgerDesk desk;

  /** An empty store that takes its time from here. */
  protected abstract LedgerScene scene(InstantSource time);

  @BeforeEach
  void a_ledger_is_born() {
    scene = scene(clock);
    desk = new LedgerDesk(scene, clock).open();
    clock.pass(Duration.ofSeconds(10));
  }

  @Test
  void a_claim_grants_once_and_says_when_it_repeats() {
    desk.entry("n1", "AAPL");
    LedgerAnswer first = desk.claim("n1");
    assertThat(first.code()).isEqualTo(CommandCode.GRANTED);
    assertThat(first.answer().detail())
        .isEqualTo(new AnswerDetail.Granted(Optional.empty(), false));
    assertThat(first.intent()).contains(desk.intent("n1"));
    assertThat(desk.claim("n1").answer().detail())
        .isEqualTo(new AnswerDetail.Granted(Optional.empty(), true));
    assertThat(desk.claim("n1", "another").code()).isEqualTo(CommandCode.ALREADY_CLAIMED);
    assertThat(desk.intent("n1").intent()).isEqualTo(desk.ledger().intents().all().get(0));
  }

  @Test
  void a_report_is_booked_once_however_often_it_comes() {
    desk.entry("n1", "AAPL").claim("n1");
    assertThat(desk.report("n1", "40", "4000", "1", false).code()).isEqualTo(CommandCode.RECORDED);
    assertThat(desk.report("n1", "40", "4000", "1", false).code()).isEqualTo(CommandCode.UNCHANGED);
    assertThat(desk.report("n1", "wrong", LedgerDesk.figures("50", "5000", "1"), false).code())
        .isEqualTo(CommandCode.WRONG_TOKEN);
    assertThat(desk.report("n1", "100", "10000", "1", true).code()).isEqualTo(CommandCode.RECORDED);
    assertThat(desk.intent("n1").intent().state()).isEqualTo(IntentState.FILLED);
    assertThat(desk.ledger().intents().size()).isZero();
    assertThat(desk.ledger().book().holdings().all().get(0).cost()).hasToString("10000");
  }

  @Test
  void a_late_fill_is_taken_and_told() {
    desk.entry("n1", "AAPL").claim("n1");
    desk.report("n1", "0", "0", "0", true);
    assertThat(desk.intent("n1").intent().state()).isEqualTo(IntentState.RELEASED);
    assertThat(desk.report("n1", "10", "1000", "0", true).code()).isEqualTo(CommandCode.LATE_FILL);
    assertThat(desk.intent("n1").intent().state()).isEqualTo(IntentState.FILLED);
    assertThat(scene.alerts(TENANT, AlertCode.LATE_FILL)).isEqualTo(1);
  }

  @Test
  void an_exit_becomes_one_row_of_the_journal_that_every_report_corrects() {
    desk.bought("n1", "AAPL").exit("x1", "AAPL").claim("x1");
    desk.report("x1", "40", "4400", "1", false);
    assertThat(pnl("x1")).isEqualByComparingTo("398.6");
    desk.report("x1", "100", "11000", "2", true);
    assertThat(pnl("x1")).isEqualByComparingTo("997");
    assertThat(desk.ledger().book().holdings().all()).isEmpty();
    assertThat(desk.intent("x1").trade().orElseThrow().realizedPnl()).hasToString("997");
  }

  @Test
  void a_close_is_booked_once() {
    desk.bought("n1", "AAPL");
    assertThat(desk.stop("s1", "AAPL", "100", "9800").code()).isEqualTo(CommandCode.RECORDED);
    assertThat(desk.stop("s1", "AAPL", "100", "9800").code()).isEqualTo(CommandCode.UNCHANGED);
    assertThat(desk.stop("s2", "AAPL", "1", "98").code()).isEqualTo(CommandCode.NO_POSITION);
    assertThat(pnl("close-s1")).isEqualByComparingTo("-201");
  }

  @Test
  void history_tells_what_became_of_it_and_nothing_twice() {
    desk.entry("n1", "AAPL").claim("n1");
    desk.claim("n1");
    clock.pass(Duration.ofMinutes(1));
    desk.report("n1", "0", "0", "0", false);
    desk.report("n1", "100", "10000", "0", true);
    assertThat(scene.history(TENANT, new Nonce("n1")))
        .extracting(HistoryLine::state)
        .containsExactly(IntentState.RESERVED, IntentState.CLAIMED, IntentState.FILLED);
  }

  @Test
  void a_halt_between_reservation_and_claim_holds_the_order_back() {
    desk.entry("n1", "AAPL").entry("n2", "MSFT").claim("n2");
    assertThat(desk.throwSwitch(TradingState.HALTED).fence()).isEqualTo(1);
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.HALTED);
    assertThat(desk.claim("n2").code()).isEqualTo(CommandCode.HALTED);
    assertThat(desk.throwSwitch(TradingState.ACTIVE).fence()).isEqualTo(2);
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.FENCED);
    assertThat(desk.report("n2", "0", "0", "0", false).answer().detail())
        .isEqualTo(new AnswerDetail.Reported(true));
  }

  @Test
  void everybodys_switch_holds_every_tenant_back() {
    desk.entry("n1", "AAPL");
    desk.throwSwitch(Optional.empty(), TradingState.REDUCING);
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.REDUCING);
  }

  @Test
  void a_switch_that_was_lost_is_found_again_with_one_order() {
    desk.entry("n1", "AAPL");
    desk.throwSwitch(TradingState.HALTED);
    desk.throwSwitch(TradingState.ACTIVE);
    desk.apply(desk.snapshot());
    scene.given(TENANT, TradingControl.INITIAL);
    desk.entry("n2", "MSFT");
    assertThat(desk.claim("n2").code()).isEqualTo(CommandCode.REDUCING);
    assertThat(desk.throwSwitch(TradingState.ACTIVE).fence()).isEqualTo(3);
    assertThat(desk.claim("n2").code()).isEqualTo(CommandCode.FENCED);
    clock.pass(Duration.ofSeconds(10));
    desk.apply(desk.snapshot());
    desk.entry("n3", "TSLA");
    assertThat(desk.claim("n3").code()).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void resuming_takes_a_reason() {
    TradingControl blank =
        new TradingControl(TradingState.ACTIVE, " ", "op-1", Instant.EPOCH, 0, false);
    assertThatThrownBy(() -> scene.controls().put(Optional.of(TENANT), blank))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_policy_in_force_is_asked_at_the_claim() {
    desk.entry("n1", "AAPL");
    scene.given(TENANT, desk.policy(SymbolsDefault.DENY));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.POLICY_BLOCKED);
    scene.given(TENANT, desk.policy(SymbolsDefault.ALLOW));
    assertThat(desk.claim("n1").code()).isEqualTo(CommandCode.GRANTED);
  }

  @Test
  void what_nobody_reports_is_unknown_until_somebody_resolves_it() {
    desk.entry("n1", "AAPL").entry("n2", "MSFT").claim("n1");
    clock.pass(Duration.ofMinutes(15));
    LedgerAnswer settled = desk.apply(new LedgerCommand.Settle());
    assertThat(settled.answer().detail())
        .isEqualTo(new AnswerDetail.Settled(List.of(new Nonce("n1"), new Nonce("n2"))));
    assertThat(desk.intent("n1").intent().state()).isEqualTo(IntentState.UNKNOWN);
    assertThat(desk.intent("n2").intent().state()).isEqualTo(IntentState.EXPIRED);
    assertThat(desk.ledger().intents().reserved()).hasToString("10000");
    assertThat(
            desk.apply(
                    new LedgerCommand.Resolve(
                        new Nonce("n1"),
                        Optional.of(LedgerDesk.figures("0", "0", "0")),
                        clock.instant(),
                        "op-1",
                        "asked the broker"))
                .code())
        .isEqualTo(CommandCode.RECORDED);
    assertThat(desk.ledger().intents().reserved()).hasToString("0");
    assertThat(scene.alerts(TENANT, AlertCode.REPORT_OVERDUE)).isEqualTo(1);
  }

  @Test
  void splits_and_assignments_change_what_is_held() {
    desk.bought("n1", "AAPL");
    desk.apply(
        new LedgerCommand.Split(new Symbol("AAPL"), BigDecimal.valueOf(2), "op-1", "a split"));
    assertThat(desk.ledger().book().holdings().all().get(0).quantity()).hasToString("200");
    assertThat(
            desk.apply(
                    new LedgerCommand.Assign(
                        LedgerDesk.key("trend", "MSFT"),
                        new AgentId("agent-trend"),
                        BigDecimal.ONE,
                        "op-1",
                        "was there before"))
                .code())
        .isEqualTo(CommandCode.NO_POSITION);
  }

  @Test
  void who_never_had_a_cycle_has_no_intents_and_loses_no_snapshot() {
    TenantId fresh = new TenantId("fresh");
    assertThat(
            scene
                .ledgers()
                .apply(
                    fresh,
                    AccountId.MAIN,
                    new LedgerCommand.Claim(new Nonce("n1"), "exec-1", "token"))
                .code())
        .isEqualTo(CommandCode.UNKNOWN_INTENT);
    assertThat(scene.ledgers().apply(fresh, AccountId.MAIN, desk.snapshot()).code())
        .isEqualTo(CommandCode.ACCEPTED);
  }

  @Test
  void a_ledger_that_is_gone_grants_nothing_and_says_so() {
    desk.entry("n1", "AAPL").claim("n1");
    scene.loseLedger(TENANT, AccountId.MAIN);
    assertThatThrownBy(() -> desk.claim("n1")).isInstanceOf(UnreadableLedgerException.class);
    assertThatThrownBy(() -> desk.report("n1", "1", "100", "0", true))
        .isInstanceOf(UnreadableLedgerException.class);
    assertThat(scene.alerts(TENANT, AlertCode.UNREADABLE_LEDGER)).isEqualTo(2);
  }

  @Test
  void an_intent_that_only_its_document_knows_is_granted_to_nobody() {
    desk.entry("n1", "AAPL");
    scene.given(TENANT, AccountId.MAIN, scene.ledger(TENANT, AccountId.MAIN), List.of());
    desk.apply(new LedgerCommand.Settle());
    var forgotten = desk.intent("n1");
    clock.pass(Duration.ofMinutes(10));
    desk.apply(new LedgerCommand.Settle());
    scene.given(TENANT, AccountId.MAIN, scene.ledger(TENANT, AccountId.MAIN), List.of(forgotten));
    assertThatThrownBy(() -> desk.claim("n1"))
        .isInstanceOf(UnreadableLedgerException.class)
        .hasMessageContaining("n1");
  }

  @Test
  void of_two_claimers_at_once_one_has_it() throws Exception {
    desk.entry("n1", "AAPL");
    List<CommandCode> codes =
        together(
            List.of(() -> desk.claim("n1", "one").code(), () -> desk.claim("n1", "two").code()));
    assertThat(codes).containsExactlyInAnyOrder(CommandCode.GRANTED, CommandCode.ALREADY_CLAIMED);
  }

  @Test
  void only_cycles_reserve() {
    assertThatThrownBy(
            () ->
                desk.apply(
                    new LedgerCommand.Exit(
                        new Nonce("x1"), LedgerDesk.key("trend", "AAPL"), Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  protected static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<T> answers = new java.util.ArrayList<>();
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private BigDecimal pnl(String tradeId) {
    RawTrade row = scene.row(LedgerDesk.OWNER, tradeId).orElseThrow();
    TradeReading reading = TradeReader.readStored(row, tradeId, clock.instant());
    assertThat(reading).isInstanceOf(TradeReading.Usable.class);
    return ((TradeReading.Usable) reading).trade().realizedPnl();
  }
}
