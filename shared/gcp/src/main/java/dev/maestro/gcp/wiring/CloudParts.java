package dev.maestro.gcp.wiring;

import com.google.cloud.firestore.Firestore;
import dev.maestro.gcp.alert.Alerts;
import dev.maestro.gcp.firestore.FirestoreConnection;
import dev.maestro.gcp.firestore.IoMeter;
import dev.maestro.gcp.log.CloudLog;
import dev.maestro.gcp.settings.CloudSettings;
import dev.maestro.gcp.settings.LocalClock;
import java.time.Clock;
import java.util.Map;

/**
 * What every function is made of.
 *
 * @param function its name, in every line of its log
 */
public record CloudParts(
    String function, CloudSettings settings, Firestore firestore, CloudLog log, Clock clock) {

  /**
   * The parts of a deployed function.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors of the
   *     environment at once: the function does not start
   */
  public static CloudParts fromEnvironment(String function) {
    CloudSettings settings = CloudSettings.read(System.getenv());
    return new CloudParts(
        function,
        settings,
        FirestoreConnection.open(settings, new IoMeter()),
        CloudLog.standard().with(Map.of("function", function)),
        LocalClock.of(settings));
  }

  /** Where alerts go. */
  public Alerts alerts() {
    return new Alerts(firestore, log);
  }
}
