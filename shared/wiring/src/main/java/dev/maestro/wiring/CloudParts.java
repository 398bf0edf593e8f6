package dev.maestro.wiring;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.Severity;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.tenant.Variables;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.google.log.CloudLog;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.google.settings.LocalClock;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What every function is made of.
 *
 * @param function its name, in every line of its log
 */
public record CloudParts(
    String function, CloudSettings settings, Firestore firestore, CloudLog log, Clock clock) {
  private static final int WRONG_CONFIGURATION = 2;

  /** Stands in an alert that is about all tenants. */
  private static final String NO_TENANT = "unknown";

  /**
   * The parts of a deployed function. An environment that cannot be used ends the process: the last
   * lines of its log are one sentence for each error, and no trace of the framework hides them.
   */
  public static CloudParts fromEnvironment(String function) {
    CloudLog log = CloudLog.standard().with(Map.of("function", function));
    try {
      return of(function, CloudSettings.read(System.getenv()), log);
    } catch (InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> log.error("configuration: " + error, Map.of()));
      System.exit(WRONG_CONFIGURATION);
      throw invalid;
    }
  }

  private static CloudParts of(String function, CloudSettings settings, CloudLog log) {
    Variables.check(settings.environment());
    return new CloudParts(
        function,
        settings,
        CloudFirestore.open(settings, new IoMeter()),
        log,
        LocalClock.of(settings));
  }

  /** Tells at the start what cannot be used: each in a line of the log, all in one alert. */
  public void tellAtStart(AlertCode code, List<String> sentences) {
    sentences.forEach(sentence -> log.error(sentence, Map.of()));
    if (!sentences.isEmpty()) {
      alerts().raise(NO_TENANT, code, String.join("; ", sentences), function, clock.instant());
    }
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
