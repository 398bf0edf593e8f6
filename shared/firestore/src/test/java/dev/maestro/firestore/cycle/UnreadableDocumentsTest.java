package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.TradingState;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.emulator.SharedEmulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is named, and stands as the tightest of its kind. */
class UnreadableDocumentsTest {
  private static final String PROJECT = "demo-unreadable";
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Map<String, Object> NONSENSE = Map.of("state", 7L, "policy", "loose");
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), new IoMeter());

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private final Map<String, String> alerts = new TreeMap<>();
  private final List<Integer> recordsWhenAlerted = new ArrayList<>();
  private FirestoreConductStage stage = new FirestoreConductStage(FIRESTORE);

  @BeforeEach
  void a_tenant_with_one_cycle_behind_it() {
    SharedEmulator.clear(PROJECT);
    stage = new FirestoreConductStage(FIRESTORE);
    stage.createTenant(TENANT, NOON);
    cycle();
  }

  @Test
  void everything_readable_has_no_faults() {
    Situation situation = load();
    assertThat(situation.faults()).isEmpty();
    assertThat(situation.facts().control().state()).isEqualTo(TradingState.ACTIVE);
    assertThat(situation.memory().performance()).hasSize(2);
  }

  @Test
  void a_broken_policy_is_closed_and_latched_for_the_day() {
    Situation situation = broken("policy/current", "UNREADABLE_POLICY");
    assertThat(situation.memory().stability().inForce().allowNewTrades()).isFalse();
    assertThat(situation.memory().stability().latchDay())
        .contains(LocalDate.ofInstant(NOON, ZoneOffset.UTC));
  }

  @Test
  void a_broken_global_policy_is_an_expired_defensive_one() {
    Situation situation = broken("globalPolicy/current", "UNREADABLE_GLOBAL_POLICY");
    assertThat(situation.memory().meta().orElseThrow().policy().modeAt(NOON))
        .isEqualTo(RiskMode.DEFENSIVE);
    assertThat(situation.memory().meta().orElseThrow().policy().isExpiredAt(NOON)).isTrue();
  }

  @Test
  void a_broken_account_is_none() {
    assertThat(broken("accounts/main", "UNREADABLE_ACCOUNT").money().account()).isEmpty();
  }

  @Test
  void broken_statistics_are_none_and_are_not_replaced_by_less() {
    assertThat(broken(StatsDocument.PATH, "UNREADABLE_STATS").memory().stats()).isEmpty();
    assertThat(cycle().commit().stats()).isEmpty();
    assertThat(stored(path(StatsDocument.PATH))).isEqualTo(NONSENSE);
  }

  @Test
  void statistics_that_are_missing_are_lost_and_that_is_told() {
    delete(StatsDocument.PATH);
    assertThat(codes(load())).containsExactly("UNREADABLE_STATS");
    assertThat(load().memory().stats()).isEmpty();
  }

  @Test
  void a_broken_throttle_document_tells_nothing_of_any_strategy() {
    Situation situation = broken(ThrottleDocument.PATH, "UNREADABLE_THROTTLE");
    assertThat(situation.memory().performance().values())
        .isNotEmpty()
        .allMatch(PerformanceReading.Unavailable.class::isInstance);
    assertThat(situation.faults().get(0).message())
        .isEqualTo(
            "tenants/acme/maestro/throttle tells nothing of meanrev, trend:"
                + " tenants/acme/maestro/throttle: strategies is missing and must be there, empty"
                + " if there is nothing");
    delete(ThrottleDocument.PATH);
    assertThat(codes(load())).containsExactly("UNREADABLE_THROTTLE");
  }

  @Test
  void a_throttle_document_that_nobody_writes_any_more_tells_nothing_and_that_is_told() {
    clock.pass(Duration.ofDays(5));
    assertThat(load().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(AlertCode.UNREADABLE_THROTTLE))
        .satisfies(fault -> assertThat(fault.message()).contains("run snapshot"));
  }

  @Test
  void a_broken_or_missing_kill_switch_lets_nothing_in_but_a_missing_global_one_is_open() {
    Situation unreadable = broken("control/state", "UNREADABLE_CONTROL");
    assertThat(unreadable.facts().control().state()).isEqualTo(TradingState.REDUCING);
    assertThat(unreadable.faults().get(0).message())
        .contains("tenants/acme/control/state: state must be one of ACTIVE, REDUCING or HALTED");
    assertThat(lost("control/state", "UNREADABLE_CONTROL").facts().control().state())
        .isEqualTo(TradingState.REDUCING);
    stage.set(path("control/state"), Map.of("state", "ACTIVE"));
    assertThat(load().facts().control().state()).isEqualTo(TradingState.ACTIVE);
    assertThat(load().faults()).isEmpty();
    stage.set(Paths.GLOBAL_CONTROL, NONSENSE);
    assertThat(load().facts().control().state()).isEqualTo(TradingState.REDUCING);
    assertThat(codes(load())).containsExactly("UNREADABLE_CONTROL");
    stage.set(Paths.GLOBAL_CONTROL, Map.of("state", "HALTED", "reason", 7L));
    assertThat(load().facts().control().state())
        .as("whatever its reason")
        .isEqualTo(TradingState.HALTED);
  }

  @Test
  void an_account_that_does_not_say_what_it_holds_is_none() {
    stage.set(
        path("accounts/main"),
        Map.of("equity", "10000", "buying_power", "10000", "as_of", clock.instant()));
    assertThat(load().money().account()).isEmpty();
    assertThat(codes(load())).containsExactly("UNREADABLE_ACCOUNT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account_day",
        "account_day.begun",
        "account_day.day",
        "account_day.day_start_equity",
        "account_day.flows_today",
        "account_day.day_high_equity",
        "latch_day"
      })
  void a_day_or_a_latch_that_has_lost_a_part_is_latched_anew(String field) {
    remove("policy/current", field);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly("UNREADABLE_POLICY");
    assertThat(situation.memory().stability().latchDay())
        .contains(LocalDate.ofInstant(NOON, ZoneOffset.UTC));
  }

  @Test
  void what_the_account_says_of_its_day_is_shown_and_decides_nothing() {
    for (String field : List.of("day", "day_start_equity", "day_high_equity")) {
      remove("accounts/main", field);
    }
    assertThat(load().memory().day().orElseThrow().start()).isEqualByComparingTo("10000");
    assertThat(load().faults()).isEmpty();
  }

  @Test
  void flows_that_are_not_said_any_more_are_those_said_last_and_are_written_again() {
    update("accounts/main", "flows_today", "500");
    cycle();
    remove("accounts/main", "flows_today");
    assertThat(codes(load())).containsExactly("UNREADABLE_ACCOUNT");
    assertThat(cycle().commit().day().orElseThrow().flows()).isEqualByComparingTo("500");
    assertThat(stored(path("accounts/main"))).containsEntry("flows_today", "500");
    assertThat(load().faults()).isEmpty();
  }

  @Test
  void an_account_of_a_tenant_that_has_begun_a_day_is_missed() {
    assertThat(lost("accounts/main", "UNREADABLE_ACCOUNT").memory().day()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "evaluated_at, 2099-01-01T00:00:00Z",
    "changed_at, 2099-01-01T00:00:00Z",
    "latch_day, 2099-01-01",
    "account_day.day, 2099-01-01"
  })
  void a_policy_of_a_time_to_come_is_closed_told_and_written_anew(String field, String time) {
    update("policy/current", field, time);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly("UNREADABLE_POLICY");
    assertThat(situation.memory().stability().inForce().allowNewTrades()).isFalse();
    cycle();
    assertThat(load().faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "max_risk_per_trade, 5",
    "max_risk_per_trade, -0.5",
    "max_risk_per_trade, NaN",
    "global_min_confidence, 1.01",
    "max_positions, -1",
    "max_positions, 4294967297",
    "expires_at, 2099-01-01T00:00:00Z",
    "updated_at, 2099-01-01T00:00:00Z"
  })
  void a_global_policy_out_of_its_range_is_an_expired_defensive_one(String field, String value) {
    update("globalPolicy/current", field, value);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly("UNREADABLE_GLOBAL_POLICY");
    assertThat(situation.memory().meta().orElseThrow().policy().modeAt(clock.instant()))
        .isEqualTo(RiskMode.DEFENSIVE);
    cycle();
    assertThat(load().faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2099-01-01T00:00:00Z", "2026-03-02T12:01:00Z", "soon"})
  void a_slot_of_the_chain_that_cannot_be_is_that_of_the_newest_record(String slot) {
    update("control/chain", "slot", slot);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly("UNREADABLE_CHAIN");
    assertThat(situation.memory().lastDone()).contains(new Slot(NOON));
    cycle();
    assertThat(load().faults()).isEmpty();
  }

  @Test
  void an_account_of_a_time_to_come_is_told() {
    update("accounts/main", "as_of", "2099-01-01T00:00:00Z");
    assertThat(codes(load())).containsExactly("UNREADABLE_ACCOUNT");
  }

  @Test
  void a_broken_strategy_may_only_close_what_it_holds() {
    Situation situation = broken("strategies/trend", "UNREADABLE_STRATEGY");
    assertThat(situation.facts().strategies())
        .filteredOn(strategy -> strategy.id().value().equals("trend"))
        .singleElement()
        .satisfies(strategy -> assertThat(strategy.status()).isEqualTo(StrategyStatus.DISABLED));
  }

  @Test
  void broken_market_data_is_none() {
    stage.set(Paths.marketData(TENANT, new Symbol("SPY")), NONSENSE);
    assertThat(load().market().symbols()).isEmpty();
    assertThat(codes(load())).containsExactly("UNREADABLE_MARKET_DATA");
  }

  @Test
  void an_index_that_is_checked_and_not_known_is_told_and_otherwise_nobody_is_bothered() {
    assertThat(codes(load())).isEmpty();
    StoreCalls.await(
        FIRESTORE.document(path("config/maestro")).update("values.cycle.vix_check", true));
    assertThat(codes(load())).containsExactly("VIX_UNKNOWN");
    stage.set(Paths.MARKET_DATA, NONSENSE);
    assertThat(codes(load())).containsExactly("VIX_UNKNOWN");
    stage.set(Paths.MARKET_DATA, Map.of("vix", "18", "as_of", clock.instant().plusSeconds(61)));
    assertThat(codes(load())).containsExactly("VIX_UNKNOWN");
    stage.set(Paths.MARKET_DATA, Map.of("vix", "18", "as_of", NOON));
    assertThat(codes(load())).isEmpty();
  }

  @Test
  void a_broken_chain_is_continued_by_nobody() {
    stage.set(path("control/chain"), NONSENSE);
    assertThatThrownBy(this::load)
        .isInstanceOf(UnknownTenantException.class)
        .hasMessageContaining("control/chain: seq is missing");
  }

  @Test
  void a_chain_that_is_lost_forks_nowhere() {
    delete("control/chain");
    assertThatThrownBy(this::load)
        .isInstanceOf(UnknownTenantException.class)
        .hasMessageContaining("tenants/acme/control/chain is missing");
  }

  @ParameterizedTest
  @CsvSource({"1, slot is missing", "0, hash must be 64 zeros", "-1, seq must be 0 or above"})
  void a_chain_that_does_not_say_where_it_stands_is_continued_by_nobody(long seq, String why) {
    stage.set(path("control/chain"), Map.of("seq", seq, "hash", "f".repeat(64)));
    assertThatThrownBy(this::load)
        .isInstanceOf(UnknownTenantException.class)
        .hasMessageContaining(why);
  }

  @Test
  void what_a_new_tenant_does_not_have_yet_is_not_lost() {
    stage.createTenant(new TenantId("globex"), NOON);
    Situation situation = stage.cycles().load(new TenantId("globex"), clock.instant());
    assertThat(situation.faults()).isEmpty();
    assertThat(situation.memory().meta()).isEmpty();
    assertThat(situation.memory().stability().latchDay()).isEmpty();
    assertThat(situation.memory().lastDone()).isEmpty();
  }

  @Test
  void a_policy_that_is_lost_is_closed_and_latched_for_the_day() {
    Situation situation = lost("policy/current", "UNREADABLE_POLICY");
    assertThat(situation.memory().stability().inForce().allowNewTrades()).isFalse();
    assertThat(situation.memory().stability().latchDay())
        .contains(LocalDate.ofInstant(NOON, ZoneOffset.UTC));
  }

  @Test
  void a_global_policy_that_is_lost_is_an_expired_defensive_one() {
    Situation situation = lost("globalPolicy/current", "UNREADABLE_GLOBAL_POLICY");
    assertThat(situation.memory().meta().orElseThrow().memoryAt(NOON)).isEqualTo(RiskMemory.LOST);
  }

  @Test
  void many_trades_that_cannot_be_used_are_one_alert_when_the_cycle_is_stored() {
    for (int i = 1; i <= 5; i++) {
      stage.set(
          Paths.trade(new Uid("owner"), "bad" + i),
          Map.of("agent_id", "trend", "closed_at", clock.instant(), "realized_pnl", "much"));
    }
    stage.set(path("accounts/main"), NONSENSE);
    clock.pass(Duration.ofMinutes(1));
    assertThat(cycle().commit().situation().faults()).hasSize(6);
    assertThat(alerts).containsOnlyKeys("UNREADABLE_ACCOUNT", "UNREADABLE_TRADE");
    assertThat(alerts.get("UNREADABLE_TRADE"))
        .startsWith("5 of this kind, the first 3: trade bad1 of owner is BAD_NUMBER:realized_pnl")
        .contains("; trade bad2", "; trade bad3")
        .doesNotContain("bad4");
    assertThat(recordsWhenAlerted).containsOnly(2);
  }

  @Test
  void trades_written_of_the_past_are_looked_for_when_the_watermark_is_taken_away() {
    stage.set(
        Paths.trade(new Uid("owner"), "old"),
        Map.of(
            "agent_id", "trend",
            "closed_at", NOON.minus(Duration.ofDays(3)),
            "realized_pnl", "-5",
            "entry_price", "100",
            "quantity", "1"));
    assertThat(cycle().commit().stats().orElseThrow().trades().recent().size()).isZero();
    Watermark.remove(FIRESTORE, TENANT);
    assertThat(cycle().commit().stats().orElseThrow().trades().recent().size()).isEqualTo(1);
  }

  @Test
  void a_loss_that_cannot_be_used_is_one_all_the_same() {
    stage.set(
        Paths.trade(new Uid("owner"), "loss"),
        Map.of("agent_id", "trend", "closed_at", clock.instant(), "realized_pnl", "-5"));
    clock.pass(Duration.ofSeconds(1));
    Conclusion.Decided decided = cycle();
    assertThat(decided.commit().stats().orElseThrow().trades().consecutiveLosses()).isEqualTo(1);
    assertThat(codes(decided.commit().situation())).containsExactly("UNREADABLE_TRADE");
  }

  @Test
  void an_ensemble_without_its_time_or_its_figure_is_unreadable() {
    StoreCalls.await(
        FIRESTORE.document(Paths.config(TENANT)).update("values.cycle.ensemble_input", true));
    Instant asOf = NOON.minus(Duration.ofDays(3));
    stage.set(path(SituationBuilder.ENSEMBLE), Map.of("quality", "0.7", "as_of", asOf));
    assertThat(load().faults()).isEmpty();
    assertThat(load().market().ensemble())
        .contains(new Dated<>(Reading.of(new Fraction(0.7)), asOf));
    for (Map<String, Object> broken :
        List.<Map<String, Object>>of(
            Map.of("quality", "0.7"),
            Map.of("quality", "0.7", "as_of", "lately"),
            Map.of("quality", "1.7", "as_of", asOf),
            Map.of("as_of", asOf))) {
      stage.set(path(SituationBuilder.ENSEMBLE), broken);
      assertThat(load().market().ensemble().orElseThrow().value()).isEqualTo(Reading.unreadable());
      assertThat(codes(load())).containsExactly("UNREADABLE_ENSEMBLE");
    }
  }

  private Situation lost(String rest, String code) {
    delete(rest);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly(code);
    return situation;
  }

  private static void update(String rest, String field, Object value) {
    StoreCalls.await(FIRESTORE.document(path(rest)).update(field, value));
  }

  private static void remove(String rest, String field) {
    update(rest, field, FieldValue.delete());
  }

  private static void delete(String rest) {
    StoreCalls.await(FIRESTORE.document(path(rest)).delete());
  }

  private Situation broken(String rest, String code) {
    stage.set(path(rest), NONSENSE);
    Situation situation = load();
    assertThat(codes(situation)).containsExactly(code);
    return situation;
  }

  private static List<String> codes(Situation situation) {
    return situation.faults().stream().map(fault -> fault.code().name()).toList();
  }

  private Situation load() {
    return stage.cycles().load(TENANT, clock.instant());
  }

  private Conclusion.Decided cycle() {
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, now) -> alert(code.name(), message),
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(TENANT, Slot.of(clock.instant()), "owner");
    clock.pass(Duration.ofMinutes(5));
    return (Conclusion.Decided) conclusion;
  }

  private static Map<String, Object> stored(String path) {
    return Objects.requireNonNull(StoreCalls.await(FIRESTORE.document(path).get()).getData());
  }

  private void alert(String code, String message) {
    assertThat(alerts.put(code, message)).isNull();
    recordsWhenAlerted.add(stage.records(TENANT).size());
  }

  private static String path(String rest) {
    return Paths.of(TENANT, rest);
  }
}
