package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.tenant.UnknownTenantException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cycles left for the next one and is lost, unreadable or of a time to come. */
class LostMemoryTest extends DamagedTenant {
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
}
