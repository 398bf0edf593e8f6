package dev.maestro.firestore.weights;

import static dev.maestro.testing.reweigh.Trades.closed;
import static dev.maestro.testing.reweigh.Trades.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.window.JournalWindows;
import dev.maestro.testing.reweigh.Trades;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebuild's windows are the newest usable trades, however their documents are written. */
class FirestoreJournalTest {
  private static final Uid UID = new Uid("ada");
  private static final Instant NOW = Trades.START.plusSeconds(100_000);
  private static final int LOOKBACK = 3;

  private final CloudStage stage = new CloudStage("demo-firestore-journal");

  @AfterEach
  void disconnect() {
    stage.close();
  }

  @Test
  void unusable_trades_are_read_past_until_a_window_is_full() {
    for (int i = 1; i <= 4; i++) {
      stage.put(UID, "usable" + i, closed("A", i, i));
    }
    for (int i = 0; i < 4 * LOOKBACK; i++) {
      stage.put(UID, "bad" + i, with(closed("A", 100 + i, i), "quantity", "?"));
    }

    JournalWindows read = read();

    assertThat(ids(read)).containsExactly("usable2", "usable3", "usable4");
    assertThat(read.rejections()).hasSize(4 * LOOKBACK);
  }

  @Test
  void what_is_older_than_a_full_window_is_not_read() {
    for (int i = 0; i < 10 * LOOKBACK; i++) {
      stage.put(UID, "t" + i, closed("A", i, i));
    }
    long before = stage.meter.count().reads();
    read();
    assertThat(stage.meter.count().reads() - before).isLessThanOrEqualTo(LOOKBACK + 2);
  }

  @Test
  void times_of_both_types_stand_in_one_order() {
    for (int i = 0; i < 12; i++) {
      Map<String, Object> trade = closed("A", 60 * i, i);
      stage.put(UID, "t" + (10 + i), i % 2 == 0 ? trade : asText(trade, ZoneOffset.UTC));
    }
    assertThat(ids(read())).containsExactly("t19", "t20", "t21");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_rebuild_is_the_window_over_all_documents(long seed) {
    Random random = new Random(seed);
    List<WindowTrade> usable = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String id = "t" + (char) ('a' + random.nextInt(26)) + i;
      Map<String, Object> trade = document(random);
      stage.put(UID, id, trade);
      if (TradeReader.read(RawTrade.of(trade), id, NOW) instanceof TradeReading.Usable found) {
        usable.add(WindowTrade.of(id, found.trade()));
      }
    }

    assertThat(read().byAgent().get("A")).isEqualTo(TradeWindow.rebuild(LOOKBACK, usable));
  }

  /** Within two minutes, so that many share a minute and some an instant; one in three unusable. */
  private static Map<String, Object> document(Random random) {
    Map<String, Object> trade = closed(random.nextBoolean() ? "A" : " A", 0, random.nextInt(40));
    Instant closedAt = Trades.START.plusMillis(500L * random.nextInt(240));
    trade = with(trade, "closed_at", closedAt, "quantity", random.nextInt(3) == 0 ? "0" : "100");
    return switch (random.nextInt(3)) {
      case 0 -> trade;
      case 1 -> asText(trade, ZoneOffset.UTC);
      default -> asText(trade, ZoneOffset.ofHours(2));
    };
  }

  private static Map<String, Object> asText(Map<String, Object> trade, ZoneOffset offset) {
    Instant closedAt = (Instant) trade.getOrDefault("closed_at", Instant.EPOCH);
    return with(trade, "closed_at", closedAt.atOffset(offset).toString());
  }

  private JournalWindows read() {
    return stage.journal.read(UID, Set.of(), LOOKBACK, NOW);
  }

  private static List<String> ids(JournalWindows read) {
    return read.byAgent().values().stream()
        .flatMap(window -> window.trades().stream())
        .map(WindowTrade::tradeId)
        .toList();
  }
}
