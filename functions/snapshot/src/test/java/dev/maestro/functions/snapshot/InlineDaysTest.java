package dev.maestro.functions.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.testing.emulator.SharedEmulator;
import dev.maestro.wiring.CloudFirestore;
import dev.maestro.wiring.CloudParts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person hears of days that were not closed. */
class InlineDaysTest {
  private static final String PROJECT = "demo-inline-days";

  @Test
  void more_than_20_tenants_have_no_day_closed_and_raise_an_alert() {
    SharedEmulator.clear(PROJECT);
    CloudSettings settings =
        CloudSettings.read(
            Map.of(
                "GOOGLE_CLOUD_PROJECT",
                PROJECT,
                "FIRESTORE_EMULATOR_HOST",
                SharedEmulator.firestore(),
                "MAESTRO_FANOUT",
                "inline"));
    Firestore firestore = CloudFirestore.open(settings, new IoMeter());
    for (int i = 1; i <= 21; i++) {
      StoreCalls.await(
          firestore.document(Paths.tenant(new TenantId("t" + i))).set(Map.of("active", true)));
    }
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    SnapshotFanOut.Result result =
        new SnapshotFanOut(
                new CloudParts(
                    "snapshot", settings, firestore, CloudLog.to(nowhere), Clock.systemUTC()))
            .start(LocalDate.parse("2026-03-04"));
    assertThat(result.isComplete()).isFalse();
    assertThat(StoreCalls.await(firestore.collection(Paths.ALERTS).get()).getDocuments())
        .extracting(alert -> alert.getString("code"), alert -> alert.getString("source"))
        .containsExactly(tuple("TOO_MANY_TENANTS", "snapshot"));
  }
}
