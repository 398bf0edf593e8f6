package dev.maestro.embedded.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.testing.conduct.Beginnings;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cycle shows the twin, and that it changes nothing. */
class TwinInCyclesTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final List<AlertCode> alerts = new ArrayList<>();
  private MemoryConductStage stage = new MemoryConductStage();

  @BeforeEach
  void two_agents_of_which_one_has_a_weight_of_half() {
    stage = new MemoryConductStage();
    stage.createTenant(TENANT, NOON);
  }

  @Test
  void a_first_policy_that_lets_nothing_pass_keeps_the_entry_out_of_the_last_book_alone() {
    buy("trend");

    TwinState twin = cycle().told().twin();

    assertThat(notionals(twin))
        .containsEntry(TwinBook.NONE, Money.of("2500"))
        .containsEntry(TwinBook.WEIGHTS, Money.of("2500"))
        .containsEntry(TwinBook.THROTTLE, Money.of("1250"))
        .containsEntry(TwinBook.OVERRIDE, Money.of("1250"))
        .doesNotContainKey(TwinBook.POLICY);
  }

  @Test
  void an_agent_without_a_weight_has_an_equal_share_in_the_first_book_alone() {
    buy("meanrev");

    assertThat(notionals(cycle().told().twin()))
        .containsEntry(TwinBook.NONE, Money.of("2500"))
        .containsEntry(TwinBook.WEIGHTS, Money.of("250"));
  }

  @Test
  void an_account_that_is_stale_sizes_nothing_in_any_book() {
    buy("trend");
    stage.reportAccount(TENANT, new BigDecimal("10000"), NOON.minusSeconds(3600));

    assertThat(notionals(cycle().told().twin())).isEmpty();
  }

  @Test
  void two_signals_of_one_strategy_are_none() {
    buy("trend");
    buy("trend");
    stage.change(
        TENANT,
        known -> {
          List<SentSignal> twice = new ArrayList<>(known.signals());
          twice.addAll(known.signals());
          return known.with(twice);
        });

    assertThat(notionals(cycle().told().twin())).isEmpty();
  }

  @Test
  void a_halt_lets_nothing_out_of_the_last_book() {
    open();
    stage.change(
        TENANT,
        known ->
            known.with(
                known
                    .facts()
                    .withControl(
                        TradingControl.INITIAL.next(
                            TradingState.HALTED, "a test", "nobody", clock.instant()))));
    say("trend", Map.of("action", "CLOSE_ALL"));
    for (int i = 0; i < 2; i++) {
      cycle();
      clock.pass(Duration.ofMinutes(5));
    }

    TwinState twin = cycle().told().twin();

    assertThat(twin.book(TwinBook.NONE).positions()).isEmpty();
    assertThat(twin.book(TwinBook.POLICY).positions()).hasSize(1);
  }

  @Test
  void a_twin_that_is_lost_every_time_changes_no_record() {
    List<Map<String, Object>> kept = records(false);
    stage = new MemoryConductStage();
    stage.createTenant(TENANT, NOON);
    clock.pass(Duration.between(clock.instant(), NOON.plusSeconds(2)));

    assertThat(records(true)).isEqualTo(kept);
    assertThat(alerts).isEmpty();
  }

  private List<Map<String, Object>> records(boolean isLost) {
    for (int i = 0; i < 8; i++) {
      stage.reportAccount(TENANT, new BigDecimal("10000"), clock.instant());
      say("trend", i % 3 == 2 ? Map.of("action", "CLOSE_ALL") : entry());
      cycle();
      clock.pass(Duration.ofMinutes(5));
      if (isLost) {
        stage.change(TENANT, known -> known.with(known.money().withTwin(Optional.empty())));
      }
    }
    return stage.records(TENANT);
  }

  /** Cycles until the policy has opened and every book holds what trend has bought. */
  private void open() {
    for (int i = 0; i < 12; i++) {
      stage.reportAccount(TENANT, new BigDecimal("10000"), clock.instant());
      buy("trend");
      TwinState twin = cycle().told().twin();
      clock.pass(Duration.ofMinutes(5));
      if (twin.books().values().stream().noneMatch(book -> book.positions().isEmpty())) {
        return;
      }
    }
    throw new AssertionError("the policy stays closed");
  }

  private void buy(String strategy) {
    say(strategy, entry());
  }

  private void say(String strategy, Map<String, Object> signal) {
    Map<String, Object> dated = new TreeMap<>(signal);
    dated.put("generated_at", clock.instant());
    stage.send(TENANT, strategy, dated, clock.instant());
  }

  private static Map<String, Object> entry() {
    return Map.of(
        "action", "BUY",
        "symbol", Beginnings.BENCHMARK.value(),
        "allocation", "0.5",
        "price", "103",
        "confidence", "0.9");
  }

  private static Map<TwinBook, Money> notionals(TwinState twin) {
    Map<TwinBook, Money> notionals = new EnumMap<>(TwinBook.class);
    twin.books()
        .forEach(
            (book, paper) ->
                paper.orders().stream()
                    .map(PaperOrder::notional)
                    .forEach(notional -> notionals.put(book, notional)));
    return notionals;
  }

  private CycleCommit cycle() {
    ConductSlot conduct =
        new ConductSlot(
            stage.cycles(),
            new CalmMarket(),
            (tenant, code, message, now) -> alerts.add(code),
            clock,
            Duration.ofSeconds(60),
            "test");
    return ((Conclusion.Decided) conduct.conduct(TENANT, Slot.of(clock.instant()), "owner"))
        .commit();
  }
}
