package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.policy.gather.Dated;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be read is named, and stands as the tightest of its kind. */
class UnreadableDocumentsTest extends DamagedTenant {
  @Test
  void everything_readable_has_no_faults() {
    Situation situation = load();
    assertThat(situation.faults()).isEmpty();
    assertThat(situation.facts().control().state()).isEqualTo(TradingState.ACTIVE);
    assertThat(situation.memory().performance()).hasSize(2);
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
  void a_tenants_own_index_counts_whatever_it_says_and_everybodys_where_it_has_none() {
    StoreCalls.await(
        FIRESTORE.document(path("config/maestro")).update("values.cycle.vix_check", true));
    stage.set(Paths.MARKET_DATA, Map.of("vix", "18", "as_of", NOON));
    stage.set(path("inputs/vix"), Map.of("vix", "45", "as_of", NOON));
    assertThat(load().market().vix().orElseThrow().value()).isEqualByComparingTo("45");
    stage.set(path("inputs/vix"), NONSENSE);
    assertThat(load().market().vix()).isEmpty();
    assertThat(codes(load())).containsExactly("VIX_UNKNOWN");
    StoreCalls.await(FIRESTORE.document(path("inputs/vix")).delete());
    assertThat(load().market().vix().orElseThrow().value()).isEqualByComparingTo("18");
    assertThat(codes(load())).isEmpty();
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
}
