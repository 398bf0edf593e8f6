package dev.maestro.testing.reweigh;

import static dev.maestro.testing.reweigh.Trades.closed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.Reweigh.Outcome;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.testing.reweigh.ReweighStage.Published;
import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;

/** One user on one store, whose windows hold three trades. */
abstract class ReweighScene {
  protected static final Uid UID = new Uid("ada");
  protected static final Instant NOW = Trades.START.plusSeconds(10_000);

  protected ReweighStage stage;
  protected Reweigh reweighing;

  /** An empty store. */
  protected abstract ReweighStage emptyStage();

  @BeforeEach
  void three_trades_per_window() {
    stage = emptyStage();
    reweighing = stage.reweighing(() -> {});
    reweighing.configure(UID, new TenantId("acme"), lookback(3), NOW);
  }

  protected static WeightsConfig lookback(int trades) {
    return WeightsConfig.of(Fields.of("", Map.of("lookback_trades", trades)));
  }

  protected void configure(Map<String, Object> values) {
    reweighing.configure(UID, new TenantId("acme"), WeightsConfig.of(Fields.of("", values)), NOW);
  }

  protected void fill(String agent) {
    for (int i = 1; i <= 3; i++) {
      write("a" + i, closed(agent, 10 * i, 10 * i));
    }
  }

  protected Outcome write(String id, Map<String, ?> document) {
    stage.put(UID, id, document);
    return nudge(id);
  }

  protected Outcome nudge(String id) {
    return reweighing.onTradeWritten(UID, id, "event of " + id, NOW);
  }

  protected Published published() {
    return stage.published(UID).orElseThrow();
  }

  protected void equalsRebuild() {
    assertThat(reweighing.rebuild(UID, "check", NOW).isChanged()).isFalse();
    assertThat(stage.logged(UID))
        .isEqualTo(LongStream.rangeClosed(1, published().revision()).boxed().toList());
  }
}
