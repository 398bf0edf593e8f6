package dev.maestro.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.TradeReading.Rejected;
import dev.maestro.engine.journal.TradeReading.Usable;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A fold against the plain reading of the rule: of every id the last usable row counts. */
class JournalFoldLawTest {
  @Test
  void of_every_trade_the_last_usable_row_counts() {
    Seeds.forTenTimesAsMany(
        random -> {
          int capacity = random.nextInt(2, 5);
          Set<String> configured = random.nextInt(3) == 0 ? Set.of("A", "B") : Set.of();
          List<TradeReading> rows = rows(random, 45);
          JournalFold fold = fold(rows, capacity, configured);
          SortedMap<String, TradeWindow> windows = windows(rows, capacity, configured);
          assertThat(fold.windows()).isEqualTo(windows);
          assertThat(fold.rejections()).isEqualTo(rejections(rows));
          WeightsConfig config =
              WeightsConfig.of(Fields.of("", Map.of("lookback_trades", capacity)));
          assertThat(WeightsEngine.weigh(fold.windows(), config))
              .isEqualTo(WeightsEngine.weigh(windows, config));
        });
  }

  @Test
  void every_further_pass_knows_one_more_corrected_trade() {
    Seeds.forEach(
        random -> {
          List<TradeReading> rows = rows(random, 200);
          JournalFold fold = new JournalFold(2, Set.of());
          int passes = 0;
          do {
            pass(fold, rows);
            passes++;
          } while (fold.needsAnotherPass());
          assertThat(passes).isLessThanOrEqualTo(11);
        });
  }

  @Test
  void duplicate_rows_change_nothing() {
    Seeds.forEach(
        random -> {
          List<TradeReading> rows = rows(random, 30);
          List<TradeReading> doubled = new ArrayList<>();
          for (TradeReading row : rows) {
            doubled.add(row);
            if (random.nextBoolean()) {
              doubled.add(row);
            }
          }
          assertThat(fold(doubled, 3, Set.of()).windows())
              .isEqualTo(fold(rows, 3, Set.of()).windows());
        });
  }

  @Test
  void the_order_of_rows_with_different_ids_does_not_matter() {
    Seeds.forEach(
        random -> {
          List<TradeReading> rows = new ArrayList<>();
          for (int i = 0; i < 25; i++) {
            rows.add(Readings.any("t" + i, random));
          }
          List<TradeReading> shuffled = new ArrayList<>();
          rows.forEach(row -> shuffled.add(random.nextInt(shuffled.size() + 1), row));
          assertThat(fold(shuffled, 3, Set.of()).windows())
              .isEqualTo(fold(rows, 3, Set.of()).windows());
        });
  }

  private static List<TradeReading> rows(SplittableRandom random, int count) {
    List<TradeReading> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Readings.any("t" + random.nextInt(10), random));
    }
    return rows;
  }

  private static JournalFold fold(List<TradeReading> rows, int capacity, Set<String> configured) {
    JournalFold fold = new JournalFold(capacity, configured);
    do {
      pass(fold, rows);
    } while (fold.needsAnotherPass());
    return fold;
  }

  private static void pass(JournalFold fold, List<TradeReading> rows) {
    fold.startPass();
    for (int i = 0; i < rows.size(); i++) {
      fold.add(rows.get(i), i + 1L);
    }
  }

  private static SortedMap<String, TradeWindow> windows(
      List<TradeReading> rows, int capacity, Set<String> configured) {
    Map<String, Trade> last = new TreeMap<>();
    for (TradeReading row : rows) {
      if (row instanceof Usable usable) {
        last.put(usable.trade().tradeId(), usable.trade());
      }
    }
    SortedMap<String, List<WindowTrade>> byAgent = new TreeMap<>();
    for (Trade trade : last.values()) {
      if (configured.isEmpty() || configured.contains(trade.agentId())) {
        byAgent
            .computeIfAbsent(trade.agentId(), agent -> new ArrayList<>())
            .add(WindowTrade.of(trade));
      }
    }
    SortedMap<String, TradeWindow> windows = new TreeMap<>();
    byAgent.forEach((agent, trades) -> windows.put(agent, TradeWindow.rebuild(capacity, trades)));
    return windows;
  }

  private static List<Rejection> rejections(List<TradeReading> rows) {
    Map<String, Rejection> standing = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Usable usable) {
        standing.remove(usable.trade().tradeId());
      } else if (rows.get(i) instanceof Rejected rejected) {
        String id = rejected.tradeId();
        standing.remove(id);
        standing.put(id, Rejection.ofLine(id, rejected.reason(), i + 1L));
      }
    }
    return List.copyOf(standing.values());
  }
}
