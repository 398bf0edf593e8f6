package dev.maestro.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.paper.desk.PaperDesk;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.firestore.account.FirestoreAccounts;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.paper.FirestorePaper;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.market.host.MarketDesk;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.wiring.CloudFirestore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code ./maestro up} shows of its demo tenant within an hour of its clock. */
class DemoDataTest {
  private static final Duration SLOT = Duration.ofMinutes(5);

  private final CloudSettings settings =
      CloudSettings.emulated("demo-data", SharedEmulator.firestore());
  private final Firestore firestore = CloudFirestore.open(settings, new IoMeter());
  private Instant now = Instant.parse("2026-03-02T12:00:02Z");

  @AfterEach
  void hang_up() throws Exception {
    firestore.close();
  }

  @Test
  void the_first_hour_has_entries_a_throttle_a_shadowed_strategy_and_a_systemic_event() {
    List<CycleOutcome> hour = new ArrayList<>();
    try (FirestoreDemoData data = new FirestoreDemoData(settings, now)) {
      data.seed(now);
      for (int slot = 0; slot < 12; slot++) {
        now = now.plus(SLOT);
        data.move(now);
        desk().tick(DemoWorld.TENANT.id(), AccountId.MAIN, now);
        hour.add(decided());
      }
    }

    assertThat(hour.subList(0, 10))
        .as("entries are approved within ten slots")
        .anyMatch(outcome -> outcome.signals().stream().anyMatch(s -> s.notional().isPresent()));
    assertThat(modes(hour)).contains(ThrottleMode.REDUCED, ThrottleMode.SHADOW_MODE);
    assertThat(hour).anyMatch(outcome -> outcome.systemic().isPresent());
    assertThat(hour.get(11).capital().orElseThrow().ledger().ledger().version()).isPositive();
  }

  private static List<ThrottleMode> modes(List<CycleOutcome> hour) {
    return hour.stream()
        .flatMap(outcome -> outcome.throttle().values().stream())
        .map(decision -> decision.mode())
        .distinct()
        .toList();
  }

  private CycleOutcome decided() {
    Conclusion conclusion =
        new ConductSlot(
                new FirestoreCycles(firestore, Map.of()),
                MarketDesk.open(Optional.empty(), fault -> {}),
                (tenant, code, message, at) -> {},
                () -> now,
                Duration.ofMinutes(1),
                "test")
            .conduct(DemoWorld.TENANT.id(), Slot.of(now), "test");
    assertThat(conclusion).isInstanceOf(Conclusion.Decided.class);
    return ((Conclusion.Decided) conclusion).commit().outcome();
  }

  private PaperDesk desk() {
    return new PaperDesk(
        new FirestorePaper(firestore, Map.of()),
        new FirestoreLedgers(
            firestore, () -> now, new Alerts(firestore, (message, fields) -> {}), "test"),
        new FirestoreAccounts(firestore),
        () -> UUID.randomUUID().toString());
  }
}
