package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.Readings.usable;
import static dev.maestro.engine.journal.WindowTrades.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.journal.TradeReading.Open;
import dev.maestro.engine.journal.TradeReading.Rejected;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalFoldTest {
  private static final TradeReading BROKEN = new Rejected("t1", RejectReason.ZERO_CAPITAL);

  @Test
  void a_later_row_with_the_same_id_is_a_correction() {
    JournalFold fold = fold(2, usable("t1", "A", 10, 1), usable("t1", "A", 20, 5));
    assertThat(fold.windows()).containsOnly(entry("A", window(2, at("t1", 20, 5))));
    assertThat(fold.usableRows()).isEqualTo(2);
  }

  @Test
  void a_later_unusable_row_is_rejected_and_the_earlier_one_stands() {
    JournalFold fold = fold(2, usable("t1", "A", 10, 1), BROKEN);
    assertThat(fold.windows()).containsOnly(entry("A", window(2, at("t1", 10, 1))));
    assertThat(fold.rejections())
        .containsExactly(Rejection.ofLine("t1", RejectReason.ZERO_CAPITAL, 2));
  }

  @Test
  void a_correction_takes_back_an_earlier_rejection_of_its_id() {
    assertThat(fold(2, BROKEN, usable("t1", "A", 10, 1)).rejections()).isEmpty();
    assertThat(fold(2, BROKEN, usable("t2", "A", 10, 1)).rejections()).hasSize(1);
  }

  @Test
  void a_later_open_row_changes_nothing() {
    JournalFold fold = fold(2, usable("t1", "A", 10, 1), BROKEN, new Open("t1"));
    assertThat(fold.windows()).containsOnly(entry("A", window(2, at("t1", 10, 1))));
    assertThat(fold.rejections()).hasSize(1);
  }

  @Test
  void rejections_are_counted_per_trade_the_newest_last() {
    JournalFold fold =
        fold(
            2,
            BROKEN,
            new Rejected("t2", RejectReason.MISSING_AGENT),
            new Rejected("t1", RejectReason.BAD_TIME_CLOSED_AT));
    assertThat(fold.rejections())
        .containsExactly(
            Rejection.ofLine("t2", RejectReason.MISSING_AGENT, 2),
            Rejection.ofLine("t1", RejectReason.BAD_TIME_CLOSED_AT, 3));
  }

  @Test
  void trades_of_agents_that_are_not_configured_are_left_out_and_not_rejected() {
    JournalFold fold = new JournalFold(2, Set.of("A"));
    fold.startPass();
    fold.add(usable("t1", "A", 10, 1), 1);
    fold.add(usable("t2", "B", 20, 1), 2);
    fold.add(BROKEN, 3);
    assertThat(fold.windows()).containsOnlyKeys("A");
    assertThat(fold.rejections()).hasSize(1);
  }

  @Test
  void a_trade_corrected_to_an_agent_that_is_not_configured_leaves() {
    JournalFold fold = new JournalFold(2, Set.of("A"));
    fold.startPass();
    fold.add(usable("t1", "A", 10, 1), 1);
    fold.add(BROKEN, 2);
    fold.add(usable("t1", "B", 10, 1), 3);
    assertThat(fold.windows()).isEmpty();
    assertThat(fold.rejections()).isEmpty();
    assertThat(fold.needsAnotherPass()).isFalse();
  }

  @Test
  void a_trade_corrected_to_another_agent_moves() {
    JournalFold fold = fold(2, usable("t1", "A", 10, 1), usable("t1", "B", 10, 1));
    assertThat(fold.windows()).containsOnly(entry("B", window(2, at("t1", 10, 1))));
  }

  @Test
  void a_place_that_a_correction_frees_is_filled_in_a_second_pass() {
    List<TradeReading> rows =
        List.of(
            usable("t1", "A", 10, 1),
            usable("t2", "A", 20, 1),
            usable("t3", "A", 30, 1),
            usable("t3", "A", 5, 1));
    JournalFold fold = new JournalFold(2, Set.of());
    pass(fold, rows);
    assertThat(fold.needsAnotherPass()).isTrue();
    pass(fold, rows);
    assertThat(fold.needsAnotherPass()).isFalse();
    assertThat(fold.windows()).containsOnly(entry("A", window(2, at("t1", 10), at("t2", 20))));
    assertThat(fold.usableRows()).isEqualTo(4);
  }

  @Test
  void a_journal_without_such_corrections_needs_one_pass() {
    List<TradeReading> rows =
        List.of(
            usable("t1", "A", 10, 1),
            usable("t2", "A", 20, 1),
            usable("t3", "A", 30, 1),
            usable("t2", "A", 40, 1),
            usable("t1", "A", 1, 1),
            usable("t1", "B", 1, 1));
    JournalFold fold = new JournalFold(2, Set.of());
    pass(fold, rows);
    assertThat(fold.needsAnotherPass()).isFalse();
  }

  @Test
  void a_fold_without_rows_is_empty() {
    JournalFold fold = new JournalFold(2, List.of());
    assertThat(fold.windows()).isEmpty();
    assertThat(fold.rejections()).isEmpty();
    assertThat(fold.needsAnotherPass()).isFalse();
    assertThatThrownBy(() -> new JournalFold(0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_new_pass_starts_counting_anew() {
    JournalFold fold = fold(2, usable("t1", "A", 10, 1), BROKEN, new Open("t2"));
    fold.startPass();
    assertThat(fold.usableRows()).isZero();
    assertThat(fold.windows()).isEmpty();
    assertThat(fold.rejections()).isEmpty();
  }

  private static JournalFold fold(int capacity, TradeReading... rows) {
    JournalFold fold = new JournalFold(capacity, Set.of());
    do {
      pass(fold, List.of(rows));
    } while (fold.needsAnotherPass());
    return fold;
  }

  private static void pass(JournalFold fold, List<TradeReading> rows) {
    fold.startPass();
    for (int i = 0; i < rows.size(); i++) {
      fold.add(rows.get(i), i + 1L);
    }
  }

  private static TradeWindow window(int capacity, WindowTrade... trades) {
    return TradeWindow.rebuild(capacity, List.of(trades));
  }

  private static java.util.Map.Entry<String, TradeWindow> entry(String agent, TradeWindow window) {
    return java.util.Map.entry(agent, window);
  }
}
