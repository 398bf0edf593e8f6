package dev.maestro.firestore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.firestore.store.FirestoreConnection;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.StoreAddress;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.testing.emulator.SharedEmulator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordDocumentTest {
  private static final Firestore FIRESTORE =
      FirestoreConnection.open(
          StoreAddress.emulated("demo-records", SharedEmulator.firestore()), new IoMeter());

  @Test
  void what_no_double_holds_and_what_firestore_refuses_comes_back_all_the_same() {
    Map<String, Object> record = new TreeMap<>();
    record.put("timestamp", "2026-03-02T12:00:02.123Z");
    record.put("price", new BigDecimal("123456789012.0123456789"));
    record.put("allocation", new BigDecimal("0.1000"));
    record.put("seq", 7L);
    record.put("sharpe", 0.1 + 0.2);
    record.put("unknown", Optional.empty());
    record.put("matrix", List.of(List.of(1, 2), List.of()));
    record.put("nameless", Map.of("", "a", "__reserved__", Optional.empty()));
    record.put("tag", Map.of("$decimal", "not a number"));
    record.put("half", "a\ud800b");
    record.put("nested", Map.of("half\udc00key", List.of(Optional.empty(), true, "x")));
    comesBack(record);
  }

  @Test
  void names_that_are_too_long_together_come_back() {
    Map<String, Object> metadata = Map.of();
    for (String letter : List.of("a", "b", "c", "d", "e")) {
      metadata = Map.of(letter.repeat(390), metadata);
    }
    comesBack(Map.of("signals", List.of(Map.of("metadata", metadata)), "policy", metadata));
  }

  @Test
  void any_record_comes_back() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 40; i++) {
      Map<String, Object> record = new TreeMap<>();
      for (int field = 0; field < 8; field++) {
        record.put("f" + field, value(random, 3));
      }
      comesBack(record);
    }
  }

  private static Object value(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(20));
      case 1 -> random.nextDouble() * Math.pow(10, random.nextInt(18));
      case 2 -> random.nextLong();
      case 3 -> random.nextBoolean();
      case 4 -> Optional.empty();
      case 5 -> "text" + (char) random.nextInt(0xFFFF);
      case 6 -> Map.of("" + (char) random.nextInt(1, 0xFFFF), value(random, depth - 1));
      default -> new ArrayList<>(List.of(value(random, depth - 1), value(random, depth - 1)));
    };
  }

  private static void comesBack(Map<String, Object> record) {
    DocumentReference place = FIRESTORE.document("records/one");
    StoreCalls.await(place.set(RecordDocument.encode(record)));
    Map<String, Object> data = Objects.requireNonNull(StoreCalls.await(place.get()).getData());
    assertThat(CanonicalJson.write(RecordDocument.decode(data)))
        .isEqualTo(CanonicalJson.write(record));
  }
}
