package dev.maestro.engine.journal;

import static dev.maestro.engine.journal.Rows.NOW;
import static dev.maestro.engine.journal.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusableLossTest {
  private static Map<String, Object> losing(String field, Object value) {
    Map<String, Object> row = with("realized_pnl", "-2.5");
    row.put(field, value);
    return row;
  }

  private static Optional<TradeReader.Loss> loss(Map<String, Object> row) {
    return TradeReader.loss(RawTrade.of(row), NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent_id", "entry_price", "quantity", "multiplier"})
  void a_loss_is_one_whatever_else_is_missing_or_broken(String field) {
    for (Object broken : new Object[] {" ", "much", true}) {
      assertThat(loss(losing(field, broken)))
          .contains(
              new TradeReader.Loss(Instant.parse("2026-01-30T10:00:00Z"), new BigDecimal("-2.5")));
    }
    Map<String, Object> row = new LinkedHashMap<>(losing("a", "b"));
    row.remove(field);
    assertThat(loss(row)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "much", "NaN", ""})
  void what_did_not_lose_or_may_not_have_is_none(String pnl) {
    assertThat(loss(losing("realized_pnl", pnl))).isEmpty();
  }

  @Test
  void nobody_knows_when_it_was_without_a_readable_time() {
    assertThat(loss(losing("closed_at", "yesterday"))).isEmpty();
    Map<String, Object> open = new LinkedHashMap<>(losing("quantity", "0"));
    open.remove("closed_at");
    assertThat(loss(open)).isEmpty();
  }

  @Test
  void a_close_in_the_future_waits_until_its_time_is_past() {
    Instant limit = NOW.plus(Duration.ofMinutes(5));
    assertThat(loss(losing("closed_at", limit))).isPresent();
    assertThat(loss(losing("closed_at", limit.plusMillis(1)))).isEmpty();
  }
}
