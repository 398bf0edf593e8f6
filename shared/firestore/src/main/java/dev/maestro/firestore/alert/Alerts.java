package dev.maestro.firestore.alert;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.Transaction;
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

  /** Firestore deletes them after that by its policy on {@code expires_at}. */
  private static final Duration KEPT = Duration.ofDays(90);

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
    tell(about, code, message, source);
    try {
      store(about, code, message, source, now);
    } catch (RuntimeException failure) {
      log.tell("the alert could not be stored: " + failure, logged(about, code, source));
    }
  }

  /**
   * Stores an alert with what it is about, in one transaction. Nothing is read for it, so that of
   * several on one day the newest message stands, and {@code at} is its time. It is not in the log
   * yet: {@link #tell} after the commit.
   */
  public void add(
      Transaction transaction,
      TenantId tenant,
      AlertCode code,
      String message,
      String source,
      Instant now) {
    Map<String, Object> fields =
        StoredValue.map(fields(tenant.value(), code, message, source, now));
    fields.put("count", FieldValue.increment(1));
    transaction.set(document(tenant.value(), code, now), fields, SetOptions.merge());
  }

  /** Tells the log of an alert that is stored already. */
  public void tell(String about, AlertCode code, String message, String source) {
    log.tell("alert: " + message, logged(about, code, source));
  }

  private void store(String about, AlertCode code, String message, String source, Instant now) {
    DocumentReference alert = document(about, code, now);
    Map<String, Object> fields = StoredValue.map(fields(about, code, message, source, now));
    try {
      StoreCalls.await(alert.create(fields), PATIENCE);
    } catch (StaleWriteException raisedBefore) {
      StoreCalls.await(
          alert.update("count", FieldValue.increment(1), "last_at", StoredValue.time(now)),
          PATIENCE);
    }
  }

  private static Map<String, Object> fields(
      String about, AlertCode code, String message, String source, Instant now) {
    return Map.of(
        "tenant_id", about,
        "code", code,
        "severity", code.severity(),
        "message", message,
        "source", source,
        "at", now,
        "last_at", now,
        "expires_at", now.plus(KEPT),
        "count", 1L);
  }

  private static Map<String, String> logged(String about, AlertCode code, String source) {
    return Map.of(
        "tenant",
        about,
        "code",
        code.name(),
        "alert_severity",
        code.severity().name(),
        "source",
        source);
  }

  private DocumentReference document(String about, AlertCode code, Instant now) {
    return firestore.document(Paths.ALERTS + "/" + id(about, code, now));
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
