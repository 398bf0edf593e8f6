package dev.maestro.testing.reweigh;

import static dev.maestro.testing.reweigh.Trades.closed;
import static dev.maestro.testing.reweigh.Trades.open;
import static dev.maestro.testing.reweigh.Trades.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.Reweigh.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens while somebody stands between read and write, and trades that come too late. */
public abstract class ReweighRacesContract extends ReweighScene {
  @Test
  void who_is_slower_begins_again_and_nothing_is_lost() {
    AtomicInteger others = new AtomicInteger(3);
    Reweigh slow =
        stage.reweighing(
            () -> {
              int n = others.getAndDecrement();
              if (n > 0) {
                write("b" + n, closed("B", n, n));
              }
            });
    stage.put(UID, "a1", closed("A", 1, 10));
    assertThat(slow.onTradeWritten(UID, "a1", "e", NOW)).isEqualTo(new Outcome(5, true));
    assertThat(stage.logged(UID)).containsExactly(1L, 2L, 3L, 4L, 5L);
    equalsRebuild();
  }

  @Test
  void who_is_slower_does_not_take_the_time_back() {
    stage.put(UID, "a1", closed("A", 1, 10));
    stage.put(UID, "b1", closed("B", 1, 20));
    Reweigh slow =
        onceInterrupted(() -> reweighing.onTradeWritten(UID, "b1", "e", NOW.plusMillis(20)));
    assertThat(slow.onTradeWritten(UID, "a1", "e", NOW)).isEqualTo(new Outcome(3, true));
    assertThat(published().cause()).isEqualTo("a1");
    assertThat(published().computedAt()).isEqualTo(NOW.plusMillis(20));
    assertThat(reweighing.onTradeWritten(UID, "b1", "e", NOW)).isEqualTo(new Outcome(3, false));
    write("b1", closed("B", 1, 21));
    assertThat(published().computedAt()).isEqualTo(NOW.plusMillis(20));
  }

  @Test
  void a_trade_that_changes_back_while_one_stands_still_stays_as_it_was() {
    write("a1", closed("A", 1, 10));
    stage.put(UID, "a1", closed("A", 1, 99));
    Reweigh slow = onceInterrupted(() -> write("a1", closed("A", 1, 10)));
    assertThat(slow.onTradeWritten(UID, "a1", "e", NOW)).isEqualTo(new Outcome(2, false));
    equalsRebuild();
  }

  @Test
  void a_trade_that_comes_and_goes_while_one_stands_still_leaves_nothing() {
    write("a1", closed("A", 1, 10));
    stage.put(UID, "a2", closed("A", 2, 99));
    Reweigh slow =
        onceInterrupted(
            () -> {
              stage.delete(UID, "a2");
              nudge("a2");
            });
    assertThat(slow.onTradeWritten(UID, "a2", "e", NOW)).isEqualTo(new Outcome(2, false));
    equalsRebuild();
  }

  @Test
  void news_that_changes_nothing_is_judged_again_if_somebody_wrote_meanwhile() {
    write("a1", closed("A", 1, 10));
    stage.put(UID, "a1", with(closed("A", 1, 10), "note", "checked"));
    Reweigh slow =
        onceInterrupted(
            () -> {
              write("a1", closed("A", 1, 99));
              stage.put(UID, "a1", closed("A", 1, 10));
            });
    assertThat(slow.onTradeWritten(UID, "a1", "e", NOW)).isEqualTo(new Outcome(4, true));
    equalsRebuild();
  }

  @Test
  void a_trade_that_goes_while_the_journal_is_read_does_not_come_back() {
    stage.put(new Uid("new"), "t1", closed("A", 1, 10));
    stage.put(new Uid("new"), "t2", closed("A", 2, 20));
    Reweigh slow =
        onceInterrupted(
            () -> {
              stage.delete(new Uid("new"), "t2");
              reweighing.onTradeWritten(new Uid("new"), "gone", "e", NOW);
            });
    slow.onTradeWritten(new Uid("new"), "t1", "e", NOW);
    assertThat(reweighing.rebuild(new Uid("new"), "check", NOW).isChanged()).isFalse();
  }

  @Test
  void a_trade_that_became_known_in_time_is_left_to_the_cycles() {
    write("a1", with(closed("A", 1, 10), "closed_at", NOW.minusSeconds(300)));
    write("a2", with(closed("A", 1, 10), "closed_at", NOW.plusSeconds(299)));
    write("a3", open("A"));
    write("a4", with(closed("A", 1, 10), "closed_at", "yesterday"));
    write("a5", with(closed("A", 1, 10), "closed_at", NOW.minus(Duration.ofDays(31))));
    assertThat(stage.lookedAgain()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T14:41:39Z",
        "2026-01-05T09:41-05:00",
        "2026-01-05T16:41:39+02:00",
        "2025-12-07T14:46:40Z"
      })
  void a_trade_that_became_known_too_late_makes_the_cycles_look_again(String closedAt) {
    write("a1", with(closed("A", 1, 10), "closed_at", closedAt));
    assertThat(stage.lookedAgain()).containsExactly(new TenantId("acme"));
  }

  @Test
  void a_late_loss_that_is_unusable_makes_them_look_again_and_a_win_does_not() {
    write("a1", with(closed("A", 1, 10), "quantity", "?"));
    write("a2", with(closed("A", 1, -10), "quantity", "?"));
    assertThat(stage.lookedAgain()).containsExactly(new TenantId("acme"));
  }

  @Test
  void news_that_comes_again_and_a_correction_make_them_look_again() {
    write("a1", closed("A", 1, 10));
    nudge("a1");
    write("a1", closed("A", 1, -10));
    assertThat(stage.lookedAgain())
        .containsExactly(new TenantId("acme"), new TenantId("acme"), new TenantId("acme"));
  }

  @Test
  void the_tenant_that_a_late_trade_names_goes_before_that_of_its_user() {
    write("a1", with(closed("A", 1, 10), "tenant_id", " globex "));
    write("a2", with(closed("A", 1, 10), "tenant_id", "no/tenant"));
    stage.put(new Uid("new"), "n1", closed("A", 1, 10));
    reweighing.onTradeWritten(new Uid("new"), "n1", "e", NOW);
    assertThat(stage.lookedAgain())
        .containsExactly(new TenantId("globex"), new TenantId("acme"), new TenantId("new"));
  }

  @Test
  void weights_that_are_refused_hide_no_late_trade_from_the_cycles() {
    for (int i = 0; i < 41; i++) {
      stage.put(new Uid("many"), "t" + i, with(closed("agent-" + i, i, 1), "tenant_id", "globex"));
    }
    assertThatThrownBy(() -> reweighing.onTradeWritten(new Uid("many"), "t0", "e", NOW))
        .isInstanceOf(RefusedByStoreException.class);
    assertThat(stage.lookedAgain()).containsExactly(new TenantId("globex"));
  }

  private Reweigh onceInterrupted(Runnable meanwhile) {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    return stage.reweighing(
        () -> {
          if (isFirst.getAndSet(false)) {
            meanwhile.run();
          }
        });
  }
}
