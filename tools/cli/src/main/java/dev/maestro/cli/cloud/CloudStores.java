package dev.maestro.cli.cloud;

import com.google.cloud.firestore.Firestore;
import dev.maestro.gcp.tenant.ConfigStore;
import dev.maestro.gcp.tenant.WeightsSettings;

/** The stores as the commands use them. */
public final class CloudStores {
  private CloudStores() {}

  /** Configurations; storing one weighs the users of its tenant by it. */
  public static ConfigStore config(Firestore firestore) {
    return new ConfigStore(firestore, weights(firestore));
  }

  /** How the agents of users are weighed. */
  public static WeightsSettings weights(Firestore firestore) {
    return (uid, tenant, settings, now) -> {};
  }
}
