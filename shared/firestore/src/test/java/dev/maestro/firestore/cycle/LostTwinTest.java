package dev.maestro.firestore.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.twin.TwinState;
import dev.maestro.firestore.twin.StoredTwins;
import dev.maestro.firestore.twin.TwinDocument;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the twin: cycles go on, tell it, and begin it anew. */
class LostTwinTest extends DamagedTenant {
  private static final Map<String, Object> BUY =
      Map.of("action", "BUY", "symbol", "AAPL", "allocation", "0.1", "confidence", "0.9");

  @ParameterizedTest
  @ValueSource(strings = {"since", "books", "taken", "days", "trades", "left_out"})
  void a_field_that_cannot_be_read_is_told_and_the_twin_begins_anew(String field) {
    Instant begun = twin().since();
    assertThat(begun).isEqualTo(NOON.plusSeconds(2));
    update(TwinDocument.PATH, field, "nonsense");

    cycle();

    assertThat(alerts.get("UNREADABLE_TWIN")).contains("maestro/twin").contains(field);
    assertThat(twin().since()).isEqualTo(NOON.plusSeconds(302));
    alerts.clear();
    cycle();
    assertThat(alerts).isEmpty();
    assertThat(twin().since()).as("goes on").isEqualTo(NOON.plusSeconds(302));
  }

  @Test
  void a_twin_that_is_gone_is_told_and_begins_anew() {
    lost(TwinDocument.PATH, "UNREADABLE_TWIN");

    cycle();

    assertThat(twin().since()).isEqualTo(NOON.plusSeconds(302));
  }

  @Test
  void what_is_decided_is_the_same_without_it() {
    stage.send(TENANT, "trend", BUY, clock.instant());
    broken(TwinDocument.PATH, "UNREADABLE_TWIN");

    Map<String, Object> record = cycle().commit().outcome().record().fields();

    assertThat(record.toString()).doesNotContain("twin");
    assertThat(stored(path(TwinDocument.PATH))).containsEntry("tenant_id", "acme");
  }

  private static TwinState twin() {
    return new StoredTwins(FIRESTORE).find(TENANT).orElseThrow();
  }
}
