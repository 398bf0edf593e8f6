package dev.maestro.testing.reweigh;

import static dev.maestro.testing.reweigh.Trades.closed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far weights move from day to day, on one store. */
public abstract class DailyChangeContract extends ReweighScene {
  @Test
  void a_days_move_is_counted_from_the_evening_before() {
    configure(Map.of("lookback_trades", 3, "max_daily_change", "0.1"));
    write("a1", closed("A", 1, 10));
    write("a2", closed("A", 2, 20));
    assertThat(published().weights()).containsEntry("A", "1.0000000000");
    stage.put(UID, "b1", closed("B", 3, 10));
    stage.put(UID, "b2", closed("B", 4, 11));
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    reweighing.onTradeWritten(UID, "b1", "e1", tomorrow);
    reweighing.onTradeWritten(UID, "b2", "e2", tomorrow);
    assertThat(published().weights())
        .containsEntry("A", "0.9000000000")
        .containsEntry("B", "0.1000000000");
    assertThat(reweighing.rebuild(UID, "check", tomorrow).isChanged()).isFalse();
    Instant after = tomorrow.plus(Duration.ofDays(1));
    assertThat(reweighing.rebuild(UID, "day closed", after).isChanged()).isTrue();
    assertThat(published().weights())
        .containsEntry("A", "0.8000000000")
        .containsEntry("B", "0.2000000000");
    assertThat(reweighing.rebuild(UID, "check", after).isChanged()).isFalse();
  }

  @Test
  void a_limit_that_is_taken_away_leaves_nothing_to_count_from() {
    configure(Map.of("lookback_trades", 3, "max_daily_change", "0.1"));
    write("a1", closed("A", 1, 10));
    write("b1", closed("B", 2, 10));
    configure(Map.of("lookback_trades", 3));
    Instant later = NOW.plus(Duration.ofDays(9));
    stage.put(UID, "c1", closed("C", 3, 10));
    reweighing.onTradeWritten(UID, "c1", "e1", later);
    assertThat(published().weights()).containsEntry("C", "0.3333333333");
    reweighing.configure(
        UID,
        new TenantId("acme"),
        WeightsConfig.of(Fields.of("", Map.of("lookback_trades", 3, "max_daily_change", "0.1"))),
        later);
    assertThat(published().weights()).containsEntry("C", "0.3333333333");
  }
}
