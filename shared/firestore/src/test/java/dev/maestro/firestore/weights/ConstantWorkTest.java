package dev.maestro.firestore.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.reweigh.Trades;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trade close costs, whatever lies in the journal already. */
class ConstantWorkTest {
  private static final Uid UID = new Uid("ada");
  private final CloudStage stage = new CloudStage("demo-constant-work");
  private final Reweigh reweighing = stage.reweighing(() -> {});

  @AfterEach
  void disconnect() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 10_000})
  void a_close_is_two_reads_three_writes_two_calls_however_long_the_journal(int length) {
    Instant now = filled(length);
    stage.put(UID, "next", Trades.closed("A", length + 1, 7));

    IoMeter.Count before = stage.meter.count();
    assertThat(reweighing.onTradeWritten(UID, "next", "e", now).isChanged()).isTrue();
    assertThat(stage.meter.count().since(before)).isEqualTo(new IoMeter.Count(2, 3, 2));

    IoMeter.Count again = stage.meter.count();
    assertThat(reweighing.onTradeWritten(UID, "next", "e", now).isChanged()).isFalse();
    assertThat(stage.meter.count().since(again)).isEqualTo(new IoMeter.Count(2, 0, 1));
  }

  @Test
  void a_close_that_comes_too_late_for_the_cycles_is_one_read_and_one_write_more() {
    Instant now = filled(100).plusSeconds(600);
    StoreCalls.await(
        stage
            .firestore
            .document(Paths.of(new TenantId("acme"), StatsDocument.PATH))
            .set(StatsDocument.fields(TenantStats.empty(now))));
    stage.put(UID, "next", Trades.closed("A", 101, 7));

    IoMeter.Count before = stage.meter.count();
    assertThat(reweighing.onTradeWritten(UID, "next", "e", now).isChanged()).isTrue();
    assertThat(stage.meter.count().since(before)).isEqualTo(new IoMeter.Count(3, 4, 4));

    Watermark.remove(stage.firestore, new TenantId("acme"));
    IoMeter.Count again = stage.meter.count();
    assertThat(reweighing.onTradeWritten(UID, "next", "e", now).isChanged()).isFalse();
    assertThat(stage.meter.count().since(again)).isEqualTo(new IoMeter.Count(3, 0, 2));
  }

  /** A journal of that many trades, one a second; a minute after the last. */
  private Instant filled(int length) {
    Instant now = Trades.START.plusSeconds(length + 60L);
    ManyTrades.of(length).store(stage.firestore, UID);
    reweighing.configure(UID, new TenantId("acme"), WeightsConfig.DEFAULTS, now);
    return now;
  }
}
