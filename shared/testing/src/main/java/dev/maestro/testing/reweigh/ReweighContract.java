package dev.maestro.testing.reweigh;

import static dev.maestro.testing.reweigh.Trades.closed;
import static dev.maestro.testing.reweigh.Trades.open;
import static dev.maestro.testing.reweigh.Trades.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.reweigh.Reweigh.Outcome;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.engine.tenant.member.Membership;
import dev.maestro.testing.reweigh.ReweighStage.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every row of the table of effects, on one store. */
public abstract class ReweighContract extends ReweighScene {
  private static final TenantId GLOBEX = new TenantId("globex");

  @Test
  void a_new_trade_is_weighed() {
    write("a1", closed("A", 1, 10));
    write("b1", closed("B", 2, 20));
    Published published = published();
    assertThat(published.revision()).isEqualTo(3);
    assertThat(published.weights()).containsOnlyKeys("A", "B");
    assertThat(published.cause()).isEqualTo("b1");
    assertThat(published.tenantId()).isEqualTo(new TenantId("acme"));
    assertThat(stage.logged(UID)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void the_same_news_again_writes_nothing() {
    write("a1", closed("A", 1, 10));
    assertThat(nudge("a1")).isEqualTo(new Outcome(2, false));
    stage.put(UID, "a1", with(closed("A", 1, 10), "realized_pnl", "10.00", "note", "checked"));
    assertThat(nudge("a1")).isEqualTo(new Outcome(2, false));
    assertThat(stage.logged(UID)).containsExactly(1L, 2L);
  }

  @Test
  void a_full_window_drops_its_oldest_and_ignores_what_is_older() {
    fill("A");
    assertThat(write("a4", closed("A", 40, -5)).isChanged()).isTrue();
    assertThat(write("a0", closed("A", 1, 99)).isChanged()).isFalse();
    equalsRebuild();
  }

  @Test
  void a_trade_at_the_same_instant_has_its_place_by_its_id() {
    fill("A");
    assertThat(write("a05", closed("A", 10, 7)).isChanged()).isFalse();
    assertThat(write("a15", closed("A", 10, 8)).isChanged()).isTrue();
    equalsRebuild();
  }

  @Test
  void a_correction_takes_the_place_of_the_old_values() {
    fill("A");
    assertThat(write("a2", closed("A", 20, -70)).isChanged()).isTrue();
    equalsRebuild();
  }

  @Test
  void a_correction_that_leaves_a_full_window_lets_an_older_trade_in_again() {
    fill("A");
    write("a4", closed("A", 40, -5));
    assertThat(write("a3", closed("A", 2, 30)).isChanged()).isTrue();
    equalsRebuild();
  }

  @Test
  void a_deleted_trade_leaves_and_an_older_one_comes_in_again() {
    fill("A");
    write("a4", closed("A", 40, -5));
    stage.delete(UID, "a3");
    assertThat(nudge("a3").isChanged()).isTrue();
    assertThat(published().cause()).isEqualTo("a3");
    equalsRebuild();
    assertThat(nudge("a3").isChanged()).isFalse();
  }

  @Test
  void a_trade_that_is_open_again_leaves() {
    write("a1", closed("A", 1, 10));
    write("a1", open("A"));
    assertThat(published().weights()).isEmpty();
    assertThat(published().cash()).isEqualTo("1.0000000000");
  }

  @Test
  void an_unusable_trade_leaves_and_is_listed_until_it_is_mended() {
    fill("A");
    write("a2", with(closed("A", 20, 5), "quantity", "0"));
    assertThat(published().rejected()).containsExactly("a2 ZERO_CAPITAL");
    write("a1", with(closed("A", 10, 5), "realized_pnl", "1,000"));
    assertThat(published().rejected())
        .containsExactly("a2 ZERO_CAPITAL", "a1 BAD_NUMBER:realized_pnl");
    write("a2", closed("A", 20, 6));
    assertThat(published().rejected()).containsExactly("a1 BAD_NUMBER:realized_pnl");
    equalsRebuild();
  }

  @Test
  void a_trade_without_agent_is_listed_though_no_query_finds_it() {
    write("x", Map.of("closed_at", Trades.START));
    assertThat(published().rejected()).containsExactly("x MISSING_AGENT");
    equalsRebuild();
  }

  @Test
  void an_agent_with_a_name_that_no_field_can_have_is_listed_and_stops_nobody() {
    write("x1", closed("__x__", 1, 10));
    write("x2", closed("n".repeat(1001), 2, 10));
    write("a1", closed("A", 3, 10));
    write("n1", closed("n".repeat(1000), 4, 10));
    assertThat(published().weights()).containsOnlyKeys("A", "n".repeat(1000));
    assertThat(published().rejected()).containsExactly("x1 MISSING_AGENT", "x2 MISSING_AGENT");
    equalsRebuild();
  }

  @Test
  void the_newest_twenty_rejections_are_shown_in_order_of_arrival() {
    List<Integer> arrival = new ArrayList<>(IntStream.range(0, 25).boxed().toList());
    arrival.forEach(i -> write("x" + (90 - i), with(closed("A", i, 1), "quantity", "?")));
    assertThat(published().rejectedCount()).isEqualTo(25);
    assertThat(published().rejected()).hasSize(20).endsWith("x66 BAD_NUMBER:quantity");
    assertThat(published().rejected().get(0)).startsWith("x85");
  }

  @Test
  void more_rejections_than_are_remembered_come_to_rest() {
    for (int i = 0; i <= AgentWindows.MAX_REJECTIONS; i++) {
      stage.put(new Uid("new"), "x" + i, with(closed("A", i, 1), "quantity", "?"));
    }
    assertThat(reweighing.onTradeWritten(new Uid("new"), "x7", "e", NOW).isChanged()).isTrue();
    long revision = stage.published(new Uid("new")).orElseThrow().revision();
    assertThat(reweighing.rebuild(new Uid("new"), "check", NOW))
        .isEqualTo(new Outcome(revision, false));
    assertThat(stage.published(new Uid("new")).orElseThrow().rejectedCount())
        .isEqualTo(AgentWindows.MAX_REJECTIONS);
  }

  @Test
  void a_trade_moves_to_another_agent() {
    fill("A");
    write("a0", closed("A", 5, 40));
    assertThat(write("a2", closed("B", 20, 33)).isChanged()).isTrue();
    assertThat(published().weights()).containsOnlyKeys("A", "B");
    equalsRebuild();
  }

  @Test
  void a_trade_of_the_future_is_admitted_by_a_rebuild_when_its_time_has_come() {
    write("a1", closed("A", 1, 10));
    write("a2", closed("A", 20_000, 20));
    assertThat(published().rejected()).containsExactly("a2 CLOSED_IN_FUTURE");
    assertThat(reweighing.rebuild(UID, "snapshot", NOW).isChanged()).isFalse();
    assertThat(reweighing.rebuild(UID, "snapshot", NOW.plusSeconds(10_000)).isChanged()).isTrue();
    assertThat(published().rejectedCount()).isZero();
    assertThat(published().cause()).isEqualTo("rebuild");
  }

  @Test
  void times_as_text_count_like_times() {
    write("a1", with(closed("A", 1, 10), "closed_at", "2026-01-05T12:01Z"));
    write("a2", with(closed("A", 1, 11), "closed_at", "2026-01-05T12:01:00.123456789Z"));
    write("a3", closed("A", 61, 12));
    write("a4", with(closed("A", 1, 13), "closed_at", "2026-01-05T14:01:02+02:00"));
    assertThat(nudge("a2").isChanged()).isFalse();
    equalsRebuild();
    stage.delete(UID, "a4");
    nudge("a4");
    equalsRebuild();
  }

  @Test
  void names_are_trimmed_and_only_configured_agents_count() {
    write("a1", closed(" A ", 1, 10));
    write("a2", closed("A", 2, 12));
    write("b1", closed("B", 3, 10));
    configure(Map.of("agent_ids", List.of("A"), "lookback_trades", 3));
    assertThat(published().weights()).containsOnlyKeys("A");
    assertThat(write("b2", closed("B", 4, 10)).isChanged()).isFalse();
    configure(Map.of("lookback_trades", 3));
    assertThat(published().weights()).containsOnlyKeys("A", "B");
    equalsRebuild();
  }

  @Test
  void a_shorter_lookback_is_cut_and_a_longer_one_is_read() {
    fill("A");
    write("a4", closed("A", 40, -50));
    configure(Map.of("lookback_trades", 2));
    equalsRebuild();
    configure(Map.of("lookback_trades", 4));
    equalsRebuild();
    long revision = published().revision();
    assertThat(reweighing.configure(UID, new TenantId("acme"), lookback(4), NOW))
        .isEqualTo(new Outcome(revision, false));
  }

  @Test
  void a_user_who_has_nothing_gets_nothing() {
    assertThat(reweighing.onTradeWritten(new Uid("new"), "t1", "e1", NOW))
        .isEqualTo(new Outcome(0, false));
    assertThat(stage.published(new Uid("new"))).isEmpty();
  }

  @Test
  void the_first_trade_of_a_user_finds_all_that_are_there() {
    stage.put(new Uid("new"), "t1", closed("A", 1, 10));
    stage.put(new Uid("new"), "t2", with(closed("B", 1, 10), "tenant_id", "globex"));
    stage.put(
        new Uid("new"), "t3", with(closed("B", 2, 10), "quantity", "?", "tenant_id", "globex"));
    assertThat(reweighing.onTradeWritten(new Uid("new"), "t3", "e1", NOW))
        .isEqualTo(new Outcome(1, true));
    Published first = stage.published(new Uid("new")).orElseThrow();
    assertThat(first.weights()).containsOnlyKeys("A", "B");
    assertThat(first.tenantId()).isEqualTo(new TenantId("globex"));
    assertThat(first.rejected()).containsExactly("t3 BAD_NUMBER:quantity");
    assertThat(reweighing.onTradeWritten(new Uid("new"), "t1", "e2", NOW).isChanged()).isFalse();
  }

  @Test
  void a_user_who_is_no_member_is_not_weighed_for_the_tenant_and_it_is_told() {
    stage.members().say(GLOBEX, UID, Membership.STRANGER);
    assertThatThrownBy(() -> reweighing.configure(UID, GLOBEX, lookback(3), NOW))
        .isInstanceOf(ForeignUserException.class)
        .hasMessageContaining("./maestro tenant member --tenant globex --user ada");
    assertThat(published().tenantId()).isEqualTo(new TenantId("acme"));
    assertThat(stage.alerts()).containsExactly("globex FOREIGN_USER");
  }

  @Test
  void a_member_of_two_tenants_stays_with_the_one_that_weighs_it() {
    assertThatThrownBy(() -> reweighing.configure(UID, GLOBEX, lookback(3), NOW))
        .isInstanceOf(ForeignUserException.class)
        .hasMessageContaining("is weighed for tenant acme and stays there");
    stage.members().say(new TenantId("acme"), UID, Membership.STRANGER);
    assertThat(reweighing.configure(UID, GLOBEX, lookback(3), NOW).isChanged()).isTrue();
    assertThat(published().tenantId()).isEqualTo(GLOBEX);
  }

  @Test
  void whoever_left_a_tenant_is_its_own_again_with_the_next_rebuild() {
    stage.members().say(new TenantId("acme"), UID, Membership.STRANGER);
    stage.members().say(new TenantId("ada"), UID, Membership.NO_TENANT);
    write("a1", closed("A", 1, 10));
    assertThat(published().tenantId())
        .as("a close reads no membership")
        .isEqualTo(new TenantId("acme"));
    reweighing.rebuild(UID, "snapshot", NOW);
    assertThat(published().tenantId()).isEqualTo(new TenantId("ada"));
    assertThat(stage.alerts()).contains("acme FOREIGN_USER");
    equalsRebuild();
  }

  @Test
  void a_trade_that_names_a_tenant_makes_nobody_its_user() {
    stage.members().say(GLOBEX, new Uid("new"), Membership.STRANGER);
    stage.members().say(new TenantId("new"), new Uid("new"), Membership.NO_TENANT);
    stage.put(new Uid("new"), "t1", with(closed("B", 1, 10), "tenant_id", "globex"));
    reweighing.onTradeWritten(new Uid("new"), "t1", "e1", NOW);
    assertThat(stage.published(new Uid("new")).orElseThrow().tenantId())
        .isEqualTo(new TenantId("new"));
  }

  @Test
  void too_many_agents_for_one_document_are_refused_and_nothing_is_written() {
    List<String> agents = IntStream.range(0, 41).mapToObj(i -> "agent-" + i).toList();
    assertThatThrownBy(() -> configure(Map.of("agent_ids", agents)))
        .isInstanceOf(RefusedByStoreException.class)
        .hasMessageContaining("agent_ids")
        .hasMessageContaining("lookback_trades");
    assertThat(published().revision()).isEqualTo(1);
  }
}
