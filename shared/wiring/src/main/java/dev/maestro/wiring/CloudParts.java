package dev.maestro.wiring;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.alert.Severity;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
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
        CloudFirestore.open(settings, new IoMeter()),
        CloudLog.standard().with(Map.of("function", function)),
        LocalClock.of(settings));
  }

  /** Where alerts go. */
  public Alerts alerts() {
    return new Alerts(firestore, this::tell);
  }

  private void tell(String alert, Map<String, ?> fields) {
    if (Severity.WARNING.name().equals(fields.get("alert_severity"))) {
      log.warn(alert, fields);
    } else {
      log.error(alert, fields);
    }
  }
}
