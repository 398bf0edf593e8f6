package dev.maestro.firestore.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.slice.JournalSlice;
import dev.maestro.engine.journal.slice.StoredTrade;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.emulator.SharedEmulator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalReaderTest {
  private static final String PROJECT = "demo-journal-reader";
  private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
  private static final Instant FROM = Instant.parse("2026-03-04T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-05T00:00:00Z");

  private final IoMeter meter = new IoMeter();
  private final Firestore firestore =
      FirestoreConnection.open(StoreAddress.emulated(PROJECT, SharedEmulator.firestore()), meter);
  private final JournalReader reader = new JournalReader(firestore);

  @BeforeEach
  void empty() {
    SharedEmulator.clear(PROJECT);
  }

  private void store(String id, Object closedAt, Map<String, Object> more) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("agent_id", "A");
    fields.put("closed_at", closedAt);
    fields.put("realized_pnl", "1.5");
    fields.put("entry_price", "10");
    fields.put("quantity", "1");
    fields.putAll(more);
    StoreCalls.await(
        firestore.document(Paths.trade(new Uid("u"), id)).set(StoredValue.map(fields)));
  }

  private void store(String id, Object closedAt) {
    store(id, closedAt, Map.of());
  }

  private JournalSlice between(Instant from, Instant to) {
    return StoreCalls.await(reader.closedBetween(new Uid("u"), from, to, NOW));
  }

  private static List<String> ids(JournalSlice slice) {
    return slice.trades().stream().map(StoredTrade::id).sorted().toList();
  }

  @Test
  void a_period_holds_its_first_instant_and_not_its_last_whether_stamped_or_written() {
    store("stamp-before", FROM.minusNanos(1_000));
    store("stamp-first", FROM);
    store("stamp-last", TO.minusNanos(1_000));
    store("stamp-after", TO);
    store("text-before", "2026-03-03T23:59:59.999999Z");
    store("text-first", "2026-03-04T00:00:00Z");
    store("text-first-without-seconds", "2026-03-04T00:00Z");
    store("text-last", "2026-03-04T23:59:59.999Z");
    store("text-last-without-seconds", "2026-03-04T23:59Z");
    store("text-after", "2026-03-05T00:00:00Z");
    store("text-after-without-seconds", "2026-03-05T00:00Z");
    IoMeter.Count before = meter.count();

    assertThat(ids(between(FROM, TO)))
        .containsExactly(
            "stamp-first",
            "stamp-last",
            "text-first",
            "text-first-without-seconds",
            "text-last",
            "text-last-without-seconds");
    assertThat(meter.count().since(before).calls()).isEqualTo(2);
  }

  @Test
  void two_periods_side_by_side_hold_every_trade_once() {
    for (int minute = 0; minute < 60; minute++) {
      store("stamp" + minute, FROM.plusSeconds(60L * minute));
      store("text" + minute, FROM.plusSeconds(60L * minute + 7).toString());
    }
    Instant border = FROM.plusSeconds(1807);
    assertThat(between(FROM, border).trades()).hasSize(61);
    assertThat(between(border, TO).trades()).hasSize(59);
  }

  @Test
  void text_with_any_offset_is_found_in_the_period_of_its_instant_alone() {
    store("west", "2026-03-03T19:00:00-05:00");
    store("east", "2026-03-04T02:00+02:00");
    store("farthest-west", "2026-03-03T06:00-18:00");
    store("farthest-east", "2026-03-05T17:59:59.9+18:00");
    store("in-small-letters", "2026-03-05t17:59+18:00");
    store("west-after", "2026-03-04T19:00:00-05:00");
    store("east-before", "2026-03-04T01:59:59+02:00");
    store("east-before-unusable", "2026-03-04T01:59:59+02:00", Map.of("realized_pnl", "much"));
    store("no-time", "2026-03-04 noon");
    JournalSlice slice = between(FROM, TO);
    assertThat(ids(slice))
        .containsExactly("east", "farthest-east", "farthest-west", "in-small-letters", "west");
    assertThat(slice.rejections())
        .containsExactly(Rejection.ofDocument("no-time", RejectReason.BAD_TIME_CLOSED_AT));
  }

  @Test
  void what_cannot_be_used_is_a_rejection_and_costs_nothing_else() {
    store("good", FROM);
    store("bad", FROM, Map.of("realized_pnl", "much"));
    JournalSlice slice = between(FROM, TO);
    assertThat(ids(slice)).containsExactly("good");
    assertThat(slice.rejections())
        .containsExactly(Rejection.ofDocument("bad", RejectReason.BAD_NUMBER_REALIZED_PNL));
  }

  @Test
  void a_loss_that_cannot_be_used_counts_as_one_all_the_same_and_a_win_does_not() {
    store("loss", FROM, Map.of("realized_pnl", "-4", "quantity", "none", "symbol", "btc"));
    store("win", FROM, Map.of("realized_pnl", "4", "quantity", "none"));
    store("nobody's", FROM, Map.of("realized_pnl", "-1", "agent_id", " ", "tenant_id", "other"));
    Instant from = FROM.minusSeconds(30);
    String sameMinute = FROM.minusSeconds(40).toString();
    store("before", sameMinute, Map.of("realized_pnl", "-4", "quantity", "none"));
    JournalSlice slice = between(from, TO);
    assertThat(slice.trades()).isEmpty();
    assertThat(slice.rejections()).hasSize(3);
    assertThat(slice.of(new TenantId("mine")).closedTrades())
        .containsExactly(
            new ClosedTrade(
                "u/loss",
                "A",
                Optional.of(new Symbol("BTC")),
                FROM,
                new BigDecimal("-4"),
                Optional.empty()));
    assertThat(slice.of(new TenantId("other")).closedTrades())
        .extracting(ClosedTrade::tradeId, ClosedTrade::strategyId)
        .containsExactlyInAnyOrder(tuple("u/loss", "A"), tuple("u/nobody's", ""));
    assertThat(reader.all(new Uid("u"), NOW).closedTrades()).hasSize(3);
  }

  @Test
  void tenant_strategy_symbol_and_risk_have_their_defaults() {
    store("plain", FROM, Map.of("risk_amount", "-5", "symbol", " "));
    store(
        "full",
        FROM,
        Map.of("risk_amount", "5", "symbol", "btc-usd", "tenant_id", "other", "strategy_id", "S"));
    for (StoredTrade trade : between(FROM, TO).trades()) {
      boolean full = trade.id().equals("full");
      assertThat(trade.strategyId()).isEqualTo(full ? "S" : "A");
      assertThat(trade.symbol())
          .isEqualTo(full ? Optional.of(new Symbol("BTC-USD")) : Optional.empty());
      assertThat(trade.closedTrade().riskAmount().isPresent()).isEqualTo(full);
      assertThat(trade.isOf(new TenantId("mine"))).isEqualTo(!full);
      assertThat(trade.isOf(new TenantId("other"))).isTrue();
      assertThat(trade.closedTrade().tradeId()).isEqualTo("u/" + trade.id());
    }
  }

  @Test
  void the_whole_journal_is_read_page_by_page_whatever_form_its_times_have() {
    for (int start = 0; start < 2_400; start += 400) {
      WriteBatch batch = firestore.batch();
      for (int i = start; i < start + 400; i++) {
        batch.set(
            firestore.document(Paths.trade(new Uid("u"), "T" + i)),
            StoredValue.map(
                Map.of(
                    "agent_id", "A",
                    "closed_at", FROM.minusSeconds(i),
                    "realized_pnl", "1",
                    "entry_price", "10",
                    "quantity", "1")));
      }
      StoreCalls.await(batch.commit());
    }
    store("offset", "2026-03-04T23:30:00-05:00");
    store("bad", 17L);
    JournalSlice slice = reader.all(new Uid("u"), NOW);
    assertThat(slice.trades()).hasSize(2_401);
    assertThat(slice.rejections()).hasSize(1);
  }
}
