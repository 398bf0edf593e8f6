package dev.maestro.firestore.alert;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StaleWriteException;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Raises alerts. Raising one never fails and never takes longer than some seconds: whoever raises
 * it has something more important to finish. An alert that cannot be stored is in the log.
 */
public final class Alerts {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Firestore firestore;
  private final AlertLog log;

  /** Stores alerts here; every alert is logged, too. */
  public Alerts(Firestore firestore, AlertLog log) {
    this.firestore = firestore;
    this.log = log;
  }

  /**
   * Raises an alert. The first of a tenant, code and UTC day creates it; the next ones that day
   * raise its {@code count} and {@code last_at}, its first message stands.
   *
   * @param code what happened, and how soon somebody has to look
   * @param message one sentence for people: what is wrong, and the mend
   * @param source the function or command that saw it
   */
  public void raise(TenantId tenant, AlertCode code, String message, String source, Instant now) {
    raise(tenant.value(), code, message, source, now);
  }

  /** The port of a use case; its alerts name this source. */
  public AlertPort from(String source) {
    return (tenant, code, message, now) -> raise(tenant, code, message, source, now);
  }

  /**
   * The same where nobody, or nobody who can be a tenant, is named.
   *
   * @param about stands in place of the tenant
   */
  public void raise(String about, AlertCode code, String message, String source, Instant now) {
    Map<String, String> fields =
        Map.of(
            "tenant",
            about,
            "code",
            code.name(),
            "alert_severity",
            code.severity().name(),
            "source",
            source);
    log.tell("alert: " + message, fields);
    try {
      store(about, code, message, source, now);
    } catch (RuntimeException failure) {
      log.tell("the alert could not be stored: " + failure, fields);
    }
  }

  private void store(String about, AlertCode code, String message, String source, Instant now) {
    DocumentReference alert = firestore.document(Paths.ALERTS + "/" + id(about, code, now));
    Map<String, Object> fields =
        Map.of(
            "tenant_id", about,
            "code", code,
            "severity", code.severity(),
            "message", message,
            "source", source,
            "at", now,
            "last_at", now,
            "count", 1L);
    try {
      StoreCalls.await(alert.create(StoredValue.map(fields)), PATIENCE);
    } catch (StaleWriteException raisedBefore) {
      StoreCalls.await(
          alert.update("count", FieldValue.increment(1), "last_at", StoredValue.time(now)),
          PATIENCE);
    }
  }

  /** A tenant that came out of a document may hold what a document id may not. */
  private static String id(String about, AlertCode code, Instant now) {
    String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    return encoded(about) + "_" + code + "_" + day;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
