package dev.maestro.firestore.weights;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.tenant.settings.WeightsOfTenant;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import dev.maestro.firestore.tenant.Memberships;
import java.util.Map;

/** Weights that follow the journal, on Firestore. */
public final class FirestoreReweigh {
  private static final String SOURCE = "reweigh";

  private FirestoreReweigh() {}

  /** Windows and weights as they are stored. */
  public static FirestoreWeights stored(Firestore firestore) {
    return new FirestoreWeights(firestore);
  }

  /**
   * Ready for work.
   *
   * @param environment variables of the process, which a tenant's configuration may refer to
   */
  public static Reweigh of(Firestore firestore, Alerts alerts, Map<String, String> environment) {
    FirestoreWeights weights = stored(firestore);
    AlertPort told = alerts.from(SOURCE);
    return new Reweigh(
        weights,
        weights,
        new FirestoreJournal(firestore),
        new WeightsOfTenant(new FirestoreConfigs(firestore, environment), told),
        late -> Watermark.removeFor(firestore, late.tenantId(), late.writtenAt()),
        new TenantUsers(new Memberships(firestore), told));
  }
}
