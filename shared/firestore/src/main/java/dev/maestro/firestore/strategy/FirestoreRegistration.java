package dev.maestro.firestore.strategy;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.tenant.strategy.PutStrategy;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Strategies that are registered with their past, on Firestore. */
public final class FirestoreRegistration {
  private FirestoreRegistration() {}

  /**
   * Ready for work.
   *
   * @param environment variables of the process, which a tenant's configuration may refer to
   */
  public static PutStrategy of(
      Firestore firestore, Alerts alerts, Map<String, String> environment) {
    Reweigh reweigh = FirestoreReweigh.of(firestore, alerts, environment);
    return new PutStrategy(
        new StrategyStore(firestore),
        reweigh::requireUser,
        new FirestoreConfigs(firestore, Map.of()),
        reweigh::configure,
        (tenant, now) ->
            FirestoreSnapshot.closeDay(firestore, alerts, RebuildWindowsPort.NONE, environment)
                .close(tenant, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1), now));
  }
}
