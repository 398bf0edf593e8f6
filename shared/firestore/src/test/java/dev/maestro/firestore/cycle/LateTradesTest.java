package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.conduct.TroubledCycles;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loss counts in the next cycle, however late it is written and in whatever form. */
class LateTradesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final EmulatedStore store = EmulatedStore.empty("demo-late-trades");
  private final Firestore firestore = store.firestore();
  private final FirestoreConductStage stage = new FirestoreConductStage(firestore);
  private final MovableClock clock = new MovableClock(NOON.plusSeconds(2));

  @BeforeEach
  void a_tenant_that_has_looked_at_everything() {
    stage.createTenant(new TenantId("acme"), NOON);
    cycle(stage.cycles());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T12:05:00Z",
        "2026-03-02T07:05:00-05:00",
        "2026-03-02T14:05:00+02:00",
        "2026-03-02T10:00:00Z",
        "2026-03-02T05:00:00-05:00",
        "2026-03-02T12:00:00+02:00",
        "2026-02-20T12:00Z"
      })
  void a_loss_counts_in_the_next_cycle_whether_written_or_stamped(String closedAt) {
    write("written", closedAt);
    assertThat(known(cycle(stage.cycles()))).isEqualTo(1);
    write("stamped", OffsetDateTime.parse(closedAt).toInstant());
    assertThat(known(cycle(stage.cycles()))).isEqualTo(2);
  }

  @Test
  void a_late_loss_that_a_cycle_under_way_has_not_read_makes_it_read_again() {
    write("first", NOON.minus(Duration.ofDays(1)));
    AtomicBoolean isFirst = new AtomicBoolean(true);
    CyclesPort interrupted =
        new TroubledCycles(stage.cycles()) {
          @Override
          protected void beforeCommit() {
            if (isFirst.getAndSet(false)) {
              write("second", NOON.minus(Duration.ofDays(2)));
            }
          }
        };
    assertThat(known(cycle(interrupted))).isEqualTo(2);
  }

  /** Stores a loss; its event follows at once. */
  private void write(String id, Object closedAt) {
    StoreCalls.await(
        firestore
            .document(Paths.trade(new Uid("owner"), id))
            .set(
                StoredValue.map(
                    Map.of(
                        "agent_id", "trend",
                        "tenant_id", "acme",
                        "closed_at", closedAt,
                        "realized_pnl", "-5",
                        "entry_price", "100",
                        "quantity", "1"))));
    FirestoreReweigh.of(firestore, new Alerts(firestore, (message, fields) -> {}), Map.of())
        .onTradeWritten(new Uid("owner"), id, "event of " + id, clock.instant());
  }

  private static int known(Conclusion.Decided decided) {
    return decided.commit().stats().orElseThrow().trades().recent().size();
  }

  private Conclusion.Decided cycle(CyclesPort cycles) {
    clock.pass(Duration.ofMinutes(5));
    return (Conclusion.Decided)
        new ConductSlot(
                cycles,
                new CalmMarket(),
                (tenant, code, message, now) -> {},
                clock,
                Duration.ofSeconds(60),
                "test")
            .conduct(new TenantId("acme"), Slot.of(clock.instant()), "owner");
  }
}
