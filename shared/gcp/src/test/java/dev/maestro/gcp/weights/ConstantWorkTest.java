package dev.maestro.gcp.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.contract.reweigh.Trades;
import dev.maestro.engine.reweigh.Reweighing;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.gcp.firestore.IoMeter;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trade close costs, whatever lies in the journal already. */
class ConstantWorkTest {
  private static final String UID = "ada";
  private static final Instant NOW = Trades.START.plusSeconds(1_000_000);

  private final CloudStage stage = new CloudStage("demo-constant-work");
  private final Reweighing reweighing = stage.reweighing(() -> {});

  @AfterEach
  void disconnect() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 10_000})
  void a_close_is_two_reads_three_writes_two_calls_however_long_the_journal(int length) {
    ManyTrades journal = ManyTrades.of(length);
    journal.store(stage.firestore, UID);
    reweighing.configure(UID, "acme", WeightsConfig.DEFAULTS, NOW);
    stage.put(UID, "next", Trades.closed("A", length + 1, 7));

    IoMeter.Count before = stage.meter.count();
    assertThat(reweighing.onTradeWritten(UID, "next", "e", NOW).isChanged()).isTrue();
    assertThat(stage.meter.count().since(before)).isEqualTo(new IoMeter.Count(2, 3, 2));

    IoMeter.Count again = stage.meter.count();
    assertThat(reweighing.onTradeWritten(UID, "next", "e", NOW).isChanged()).isFalse();
    assertThat(stage.meter.count().since(again)).isEqualTo(new IoMeter.Count(2, 0, 1));
  }
}
