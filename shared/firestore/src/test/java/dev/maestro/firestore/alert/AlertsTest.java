package dev.maestro.firestore.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {
  private static final Instant MORNING = Instant.parse("2026-01-31T08:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-01-31T23:59:59Z");

  private final EmulatedStore store = EmulatedStore.empty("demo-alerts");
  private final List<String> logged = new ArrayList<>();
  private final Alerts alerts =
      new Alerts(store.firestore(), (message, fields) -> logged.add(message));

  @Test
  void an_alert_is_created_once_a_day_and_counted_after_that() {
    alerts.raise("alpha", AlertCode.WINDOW_DRIFT, "windows differ", "snapshot", MORNING);
    alerts.raise("alpha", AlertCode.WINDOW_DRIFT, "they still differ", "snapshot", EVENING);
    alerts.raise("alpha", AlertCode.WINDOW_DRIFT, "a new day", "snapshot", EVENING.plusSeconds(1));
    alerts.raise("beta", AlertCode.WINDOW_DRIFT, "another tenant", "snapshot", EVENING);

    Fields alert = store.read(Paths.ALERTS + "/alpha_WINDOW_DRIFT_2026-01-31");
    assertThat(alert.get("message", Kinds.TEXT)).isEqualTo("windows differ");
    assertThat(alert.get("tenant_id", Kinds.TEXT)).isEqualTo("alpha");
    assertThat(alert.get("at", Kinds.TIME)).isEqualTo(MORNING);
    assertThat(alert.get("last_at", Kinds.TIME)).isEqualTo(EVENING);
    assertThat(alert.get("expires_at", Kinds.TIME))
        .isEqualTo(alert.get("at", Kinds.TIME).plus(Duration.ofDays(90)));
    assertThat(alert.get("count", Kinds.WHOLE)).isEqualTo(2);
    assertThat(StoreCalls.await(store.firestore().collection(Paths.ALERTS).get()).size())
        .isEqualTo(3);
  }

  @Test
  void a_tenant_that_is_no_document_id_still_gets_its_alert() {
    alerts.raise("a/b", AlertCode.WINDOW_DRIFT, "a strange tenant", "reweigh", MORNING);

    assertThat(
            store
                .read(Paths.ALERTS + "/a%2Fb_WINDOW_DRIFT_2026-01-31")
                .get("tenant_id", Kinds.TEXT))
        .isEqualTo("a/b");
  }

  @Test
  void an_alert_that_cannot_be_stored_fails_nobody() {
    alerts.raise("x".repeat(2000), AlertCode.WINDOW_DRIFT, "an id too long", "reweigh", MORNING);

    assertThat(StoreCalls.await(store.firestore().collection(Paths.ALERTS).get()).size()).isZero();
    assertThat(logged).isNotEmpty();
  }
}
