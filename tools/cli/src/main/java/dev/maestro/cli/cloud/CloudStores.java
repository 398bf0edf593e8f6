package dev.maestro.cli.cloud;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.Terminal;
import dev.maestro.engine.reweigh.Reweighing;
import dev.maestro.gcp.alert.Alerts;
import dev.maestro.gcp.log.CloudLog;
import dev.maestro.gcp.tenant.ConfigStore;
import dev.maestro.gcp.tenant.WeightsSettings;
import dev.maestro.gcp.weights.CloudReweighing;

/** The stores as the commands use them. */
public final class CloudStores {
  private CloudStores() {}

  /** Configurations; storing one weighs the users of its tenant by it. */
  public static ConfigStore config(Firestore firestore) {
    return new ConfigStore(firestore, weights(firestore));
  }

  /** How the agents of users are weighed. */
  public static WeightsSettings weights(Firestore firestore) {
    Reweighing reweighing =
        CloudReweighing.of(
            firestore, new Alerts(firestore, CloudLog.to(Terminal.err())), System.getenv());
    return reweighing::configure;
  }
}
