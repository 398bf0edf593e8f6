package dev.maestro.engine.journal.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalNamesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final String HUGE = "x".repeat(950_000);

  private static ClosedTrade read(Map<String, ?> more) {
    Map<String, Object> row = new HashMap<>();
    row.put("agent_id", "trend");
    row.put("closed_at", NOW);
    row.put("realized_pnl", "-5");
    row.put("entry_price", "100");
    row.put("quantity", "1");
    row.putAll(more);
    JournalSlice.Builder slice = new JournalSlice.Builder(new Uid("owner"), NOW);
    slice.add("t1", RawTrade.of(row));
    return slice.build().closedTrades().get(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_symbol_or_strategy_that_is_none_counts_for_nobody_and_the_loss_stands(boolean isUsable) {
    String quantity = isUsable ? "1" : "none";
    ClosedTrade trade = read(Map.of("symbol", HUGE, "strategy_id", HUGE, "quantity", quantity));
    assertThat(trade.symbol()).isEmpty();
    assertThat(trade.strategyId()).isEmpty();
    assertThat(trade.realizedPnl()).isEqualByComparingTo("-5");
    assertThat(read(Map.of("agent_id", HUGE, "quantity", quantity)).strategyId()).isEmpty();
    assertThat(read(Map.of("quantity", quantity)).strategyId()).isEqualTo("trend");
  }
}
