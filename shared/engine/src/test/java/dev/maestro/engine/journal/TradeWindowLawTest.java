package dev.maestro.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.journal.WindowChange.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A window after any operations against the one rebuilt from the whole journal. */
class TradeWindowLawTest {
  private static final int IDS = 9;

  @Test
  void a_window_equals_a_rebuild_after_any_sequence_of_operations() {
    Seeds.forTenTimesAsMany(
        random -> {
          int capacity = random.nextInt(1, 6);
          Map<String, WindowTrade> journal = new TreeMap<>();
          TradeWindow window = TradeWindow.empty(capacity);
          for (int step = 0; step < 25; step++) {
            TradeWindow before = window;
            WindowChange change = change(random, journal, window);
            TradeWindow rebuilt = TradeWindow.rebuild(capacity, journal.values());
            window = change.effect() == Effect.NEEDS_REBUILD ? rebuilt : change.window();
            assertThat(window).as("step %s", step).isEqualTo(rebuilt);
            assertThat(change.isChanged() || window.equals(before)).as("step %s", step).isTrue();
          }
        });
  }

  @Test
  void the_order_of_arrival_does_not_matter() {
    Seeds.forEach(
        random -> {
          List<WindowTrade> trades = new ArrayList<>();
          for (int i = 0; i < 12; i++) {
            trades.add(WindowTrades.at("t" + i, random.nextInt(6), random.nextInt(-2, 3)));
          }
          TradeWindow window = TradeWindow.empty(5);
          TradeWindow rebuilt = TradeWindow.rebuild(5, trades);
          while (!trades.isEmpty()) {
            window = window.put(trades.remove(random.nextInt(trades.size()))).window();
          }
          assertThat(window).isEqualTo(rebuilt);
        });
  }

  @Test
  void what_falls_out_is_the_oldest() {
    Seeds.forEach(
        random -> {
          TradeWindow window = TradeWindow.empty(4);
          for (int i = 0; i < 20; i++) {
            WindowTrade trade = WindowTrades.at("t" + i, random.nextInt(12));
            WindowChange change = window.put(trade);
            Optional<WindowTrade> oldest =
                window.isFull() && change.effect() == Effect.INSERTED
                    ? Optional.of(window.get(0))
                    : Optional.empty();
            assertThat(change.evicted()).isEqualTo(oldest);
            window = change.window();
          }
        });
  }

  @Test
  void only_a_full_window_that_loses_a_trade_asks_for_the_journal() {
    Seeds.forEach(
        random -> {
          Map<String, WindowTrade> journal = new TreeMap<>();
          TradeWindow window = TradeWindow.empty(IDS + 1);
          for (int step = 0; step < 40; step++) {
            WindowChange change = change(random, journal, window);
            assertThat(change.effect()).isNotIn(Effect.NEEDS_REBUILD, Effect.TOO_OLD);
            window = change.window();
          }
        });
  }

  /** Applies a random operation to the journal, and the same one to the window. */
  private static WindowChange change(
      SplittableRandom random, Map<String, WindowTrade> journal, TradeWindow window) {
    if (random.nextInt(4) == 0) {
      String id = "t" + random.nextInt(IDS);
      journal.remove(id);
      return window.remove(id);
    }
    WindowTrade trade = WindowTrades.any(random, IDS);
    journal.put(trade.tradeId(), trade);
    return window.put(trade);
  }
}
