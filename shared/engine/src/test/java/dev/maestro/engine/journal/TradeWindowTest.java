package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.WindowTrades.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.journal.WindowChange.Effect;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeWindowTest {
  private static final TradeWindow FULL = window(3, at("b", 20), at("c", 30), at("d", 40));

  @Test
  void a_window_stands_in_the_order_of_closed_at_and_then_trade_id() {
    TradeWindow window = window(9, at("b", 20), at("z", 10), at("a", 20), at("B", 20));
    assertThat(window.trades())
        .extracting(WindowTrade::tradeId)
        .containsExactly("z", "B", "a", "b");
    assertThat(window.get(0)).isEqualTo(at("z", 10));
    assertThat(window.newest()).contains(at("b", 20));
    assertThat(window.size()).isEqualTo(4);
    assertThat(window.capacity()).isEqualTo(9);
    assertThat(window.isFull()).isFalse();
  }

  @Test
  void a_rebuild_keeps_the_newest() {
    assertThat(window(3, at("d", 40), at("a", 10), at("c", 30), at("b", 20))).isEqualTo(FULL);
    assertThat(FULL.isFull()).isTrue();
  }

  @Test
  void an_empty_window_has_no_newest_trade() {
    assertThat(TradeWindow.empty(3).newest()).isEmpty();
    assertThat(TradeWindow.empty(3).trades()).isEmpty();
  }

  @Test
  void a_window_holds_at_least_one_trade() {
    assertThat(TradeWindow.empty(1).capacity()).isEqualTo(1);
    for (int capacity : new int[] {0, -1}) {
      assertThatThrownBy(() -> TradeWindow.empty(capacity))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a window holds at least 1 trade, got " + capacity);
      assertThatThrownBy(() -> TradeWindow.rebuild(capacity, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_new_trade_is_inserted_at_its_place() {
    TradeWindow window = window(4, at("b", 20), at("d", 40));
    for (long second : new long[] {10, 20, 30, 40, 50}) {
      WindowChange change = window.put(at("c", second));
      assertThat(change.effect()).isEqualTo(Effect.INSERTED);
      assertThat(change.isChanged()).isTrue();
      assertThat(change.evicted()).isEmpty();
      assertThat(change.window()).isEqualTo(window(4, at("b", 20), at("d", 40), at("c", second)));
    }
  }

  @Test
  void the_oldest_falls_out_of_a_full_window() {
    for (long second : new long[] {25, 35, 45}) {
      WindowChange change = FULL.put(at("e", second));
      assertThat(change.effect()).isEqualTo(Effect.INSERTED);
      assertThat(change.evicted()).contains(at("b", 20));
      assertThat(change.window()).isEqualTo(window(3, at("c", 30), at("d", 40), at("e", second)));
    }
  }

  @Test
  void older_than_the_oldest_of_a_full_window_is_no_part_of_it() {
    WindowChange change = FULL.put(at("e", 19));
    assertThat(change.effect()).isEqualTo(Effect.TOO_OLD);
    assertThat(change.isChanged()).isFalse();
    assertThat(change.window()).isEqualTo(FULL);
    assertThat(change.evicted()).isEmpty();
  }

  @Test
  void at_the_same_time_the_trade_id_decides_who_is_older() {
    assertThat(FULL.put(at("a", 20)).effect()).isEqualTo(Effect.TOO_OLD);
    assertThat(FULL.put(at("bb", 20)).effect()).isEqualTo(Effect.INSERTED);
  }

  @Test
  void the_same_values_again_change_nothing() {
    WindowChange change = FULL.put(at("c", 30));
    assertThat(change.effect()).isEqualTo(Effect.UNCHANGED);
    assertThat(change.isChanged()).isFalse();
    assertThat(change.window()).isSameAs(FULL);
  }

  @Test
  void a_pnl_with_other_zeros_is_the_same_value() {
    WindowTrade trade = at("c", 30, 5);
    WindowTrade padded =
        new WindowTrade("c", trade.closedAt(), trade.returnOnCapital(), new BigDecimal("5.00"));
    assertThat(window(3, trade).put(padded).effect()).isEqualTo(Effect.UNCHANGED);
  }

  @Test
  void any_other_value_is_a_correction() {
    WindowTrade trade = at("c", 30, 5);
    for (WindowTrade other :
        List.of(
            at("c", 31, 5),
            new WindowTrade("c", trade.closedAt(), 0.06, trade.realizedPnl()),
            new WindowTrade("c", trade.closedAt(), 0.05, new BigDecimal("5.01")))) {
      WindowChange change = window(3, trade).put(other);
      assertThat(change.effect()).isEqualTo(Effect.CORRECTED);
      assertThat(change.isChanged()).isTrue();
      assertThat(change.window()).isEqualTo(window(3, other));
    }
  }

  @Test
  void a_correction_inside_a_full_window_needs_no_journal() {
    WindowChange change = FULL.put(at("b", 35, 9));
    assertThat(change.effect()).isEqualTo(Effect.CORRECTED);
    assertThat(change.window()).isEqualTo(window(3, at("c", 30), at("b", 35, 9), at("d", 40)));
  }

  @Test
  void a_correction_that_leaves_the_oldest_at_its_place_needs_no_journal() {
    WindowChange change = FULL.put(at("b", 20, 9));
    assertThat(change.effect()).isEqualTo(Effect.CORRECTED);
    assertThat(change.window()).isEqualTo(window(3, at("b", 20, 9), at("c", 30), at("d", 40)));
    assertThat(FULL.put(at("b", 25)).effect()).isEqualTo(Effect.CORRECTED);
  }

  @Test
  void a_correction_behind_the_oldest_of_a_full_window_needs_the_journal() {
    for (String id : List.of("c", "d")) {
      WindowChange change = FULL.put(at(id, 10));
      assertThat(change.effect()).isEqualTo(Effect.NEEDS_REBUILD);
      assertThat(change.isChanged()).isTrue();
      assertThat(change.window().get(0)).isEqualTo(at(id, 10));
    }
    assertThat(FULL.put(at("b", 19)).effect()).isEqualTo(Effect.NEEDS_REBUILD);
  }

  @Test
  void a_correction_to_the_oldest_of_a_window_that_is_not_full_needs_no_journal() {
    TradeWindow window = window(4, at("b", 20), at("c", 30), at("d", 40));
    WindowChange change = window.put(at("d", 10));
    assertThat(change.effect()).isEqualTo(Effect.CORRECTED);
    assertThat(change.window()).isEqualTo(window(4, at("d", 10), at("b", 20), at("c", 30)));
  }

  @Test
  void a_trade_is_taken_out_of_a_window_that_is_not_full() {
    TradeWindow window = window(4, at("b", 20), at("c", 30), at("d", 40));
    WindowChange change = window.remove("c");
    assertThat(change.effect()).isEqualTo(Effect.REMOVED);
    assertThat(change.isChanged()).isTrue();
    assertThat(change.window()).isEqualTo(window(4, at("b", 20), at("d", 40)));
  }

  @Test
  void a_free_place_in_a_full_window_is_filled_from_the_journal() {
    WindowChange change = FULL.remove("b");
    assertThat(change.effect()).isEqualTo(Effect.NEEDS_REBUILD);
    assertThat(change.window()).isEqualTo(window(3, at("c", 30), at("d", 40)));
  }

  @Test
  void taking_out_what_is_not_there_changes_nothing() {
    WindowChange change = FULL.remove("x");
    assertThat(change.effect()).isEqualTo(Effect.UNCHANGED);
    assertThat(change.window()).isSameAs(FULL);
  }

  @Test
  void windows_are_values() {
    assertThat(FULL).isEqualTo(window(3, at("d", 40), at("c", 30), at("b", 20)));
    assertThat(FULL).hasSameHashCodeAs(window(3, at("d", 40), at("c", 30), at("b", 20)));
    assertThat(FULL).isNotEqualTo(window(4, at("b", 20), at("c", 30), at("d", 40)));
    assertThat(FULL).isNotEqualTo(window(3, at("b", 20), at("c", 30), at("d", 41)));
    assertThat(FULL.hashCode()).isNotEqualTo(window(4, at("b", 20)).hashCode());
    assertThat(window(3, at("b", 20)).hashCode()).isNotEqualTo(window(3).hashCode());
    assertThat(FULL).isNotEqualTo("a text");
    assertThat(FULL).hasToString("TradeWindow" + FULL.trades() + " of 3");
  }

  private static TradeWindow window(int capacity, WindowTrade... trades) {
    return TradeWindow.rebuild(capacity, List.of(trades));
  }
}
