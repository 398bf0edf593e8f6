package dev.maestro.testing.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleReplay;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cycle was decided from is kept beside its record, on one store. */
public abstract class KeptInputContract {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));
  private ConductStage stage;

  /** An empty store. */
  protected abstract ConductStage emptyStage();

  @BeforeEach
  void one_tenant() {
    stage = emptyStage();
    stage.createTenant(TENANT, NOON);
  }

  @Test
  void every_stored_cycle_is_decided_again_byte_for_byte() {
    for (int i = 0; i < 4; i++) {
      send("trend", i % 2 == 0 ? "BUY" : "SELL");
      send("stranger", "BUY");
      StoredDecision stored = stored(new Slot(NOON.plus(FIVE_MINUTES.multipliedBy(i))));
      CycleReplay replay = CycleReplay.of(stored, EngineVersion.CURRENT);

      assertThat(replay.differs()).as("slot %s", i).isEmpty();
      assertThat(replay.outcome().signals()).hasSize(2);
      clock.pass(FIVE_MINUTES);
    }
  }

  @Test
  void it_stands_under_the_hash_of_the_record_and_vanishes_after_thirty_days() {
    StoredDecision stored = stored(new Slot(NOON));
    KeptInput kept = stored.input().orElseThrow();

    assertThat(kept.hash()).isEqualTo(stored.inputHash()).hasSize(64);
    assertThat(kept.bytes()).isEqualTo(kept.parts().get(0).bytes().length);
    assertThat(kept.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
  }

  @Test
  void nobody_finds_the_decision_of_another_tenant_or_one_that_never_was() {
    StoredDecision stored = stored(new Slot(NOON));

    assertThat(stage.decisions().find(new TenantId("other"), stored.id())).isEmpty();
    assertThat(stage.decisions().find(TENANT, "1_none")).isEmpty();
    assertThat(stage.decisions().find(TENANT, "../x")).isEmpty();
  }

  private StoredDecision stored(Slot slot) {
    Conclusion conclusion =
        new ConductSlot(
                stage.cycles(),
                new CalmMarket(),
                (tenant, code, message, at) -> {},
                clock,
                Duration.ofSeconds(60),
                EngineVersion.CURRENT)
            .conduct(TENANT, slot, "a");
    String id = ((Conclusion.Decided) conclusion).commit().recordId();
    return stage.decisions().find(TENANT, id).orElseThrow();
  }

  private void send(String speaker, String action) {
    stage.send(
        TENANT,
        speaker,
        Map.of(
            "action", action,
            "symbol", "AAPL",
            "allocation", "0.1234567890123",
            "confidence", "0.9",
            "price", "123456789.123456789",
            "metadata", Map.of("matrix", List.of(List.of(1, 2.5), List.of()), "deep", "\ud83d")),
        clock.instant());
  }
}
