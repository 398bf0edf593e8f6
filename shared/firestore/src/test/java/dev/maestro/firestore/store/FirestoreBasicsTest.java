package dev.maestro.firestore.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.testing.emulator.SharedEmulator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirestoreBasicsTest {
  private final IoMeter meter = new IoMeter();
  private final Firestore firestore =
      FirestoreConnection.open(
          StoreAddress.emulated("demo-basics", SharedEmulator.firestore()), meter);

  @Test
  void values_come_back_as_they_were_and_every_call_is_counted() {
    Map<String, Object> fields =
        Map.of(
            "decimal", new BigDecimal("0.10"),
            "time", Instant.parse("2026-01-31T16:00:00.123456Z"),
            "nested", Map.of("word", Thread.State.NEW));
    IoMeter.Count before = meter.count();

    StoreCalls.await(firestore.document("things/one").set(StoredValue.map(fields)));
    Fields read = StoredFields.of(StoreCalls.await(firestore.document("things/one").get()));

    assertThat(read.get("decimal", Kinds.DECIMAL)).isEqualTo("0.10");
    assertThat(read.get("time", Kinds.TIME)).isEqualTo("2026-01-31T16:00:00.123456Z");
    assertThat(read.fields("nested").get("word", Kinds.word(Thread.State.class)))
        .isEqualTo(Thread.State.NEW);
    assertThat(meter.count().since(before)).isEqualTo(new IoMeter.Count(1, 1, 2));
  }
}
