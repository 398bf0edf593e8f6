package dev.maestro.engine.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordSizeTest {
  private final List<Map<String, Object>> signals = new ArrayList<>();
  private final List<Map<String, Object>> allocations = new ArrayList<>();
  private final Map<String, Object> record =
      new TreeMap<>(Map.of("signals", signals, "allocation_decisions", allocations));

  private static Map<String, Object> row(String key, String name, int characters) {
    return new TreeMap<>(
        Map.of(key, name, "verdict", "DENIED", "mode", "ACTIVE", "text", "x".repeat(characters)));
  }

  private void signal(String name, int characters) {
    signals.add(row("strategy", name, characters));
  }

  private int size() {
    return CanonicalJson.write(record).length();
  }

  @Test
  void a_record_of_exactly_the_largest_size_stays_whole() {
    signal("a", 10_000);
    record.put("note", "");
    String note = "x".repeat(RecordSize.MAX_BYTES - size());
    record.put("note", note);
    assertThat(size()).isEqualTo(RecordSize.MAX_BYTES);
    RecordSize.fit(record, signals, allocations);
    assertThat(signals.get(0)).containsKey("text");
    record.put("note", note + "x");
    RecordSize.fit(record, signals, allocations);
    assertThat(signals.get(0)).containsKey("cut_sha256");
  }

  @Test
  void the_largest_signals_are_cut_first_and_no_more_than_needed() {
    signal("small", 1000);
    signal("large", 500_000);
    signal("middle", 400_000);
    Map<String, Object> large = signals.get(1);
    RecordSize.fit(record, signals, allocations);
    assertThat(size()).isLessThan(RecordSize.MAX_BYTES);
    assertThat(signals.get(0)).containsKey("text");
    assertThat(signals.get(2)).containsKey("text");
    assertThat(signals.get(1))
        .doesNotContainKey("text")
        .containsEntry("strategy", "large")
        .containsEntry("verdict", "DENIED")
        .containsEntry("nonce", null)
        .containsEntry("cut_sha256", Sha256.hex(CanonicalJson.write(large)));
  }

  @Test
  void allocation_decisions_are_cut_when_the_signals_are_not_enough() {
    signal("a", 10_000);
    allocations.add(row("strategy_name", "b", 900_000));
    allocations.add(row("strategy_name", "c", 10_000));
    RecordSize.fit(record, signals, allocations);
    assertThat(signals.get(0)).containsKey("cut_sha256");
    assertThat(allocations.get(0))
        .containsOnlyKeys("cut_sha256", "mode", "strategy_name")
        .containsEntry("strategy_name", "b");
    assertThat(allocations.get(1)).containsKey("text");
  }

  @Test
  void a_signal_that_is_cut_twice_keeps_the_hash_of_what_it_was() {
    signal("a", 10_000);
    String hash = Sha256.hex(CanonicalJson.write(signals.get(0)));
    record.put("note", "x".repeat(RecordSize.MAX_BYTES));
    RecordSize.fit(record, signals, allocations);
    assertThat(signals.get(0))
        .containsOnlyKeys("cut_sha256", "strategy", "verdict")
        .containsEntry("cut_sha256", hash);
  }

  @Test
  void a_row_that_would_not_become_smaller_stays() {
    allocations.add(row("strategy_name", "a", 0));
    allocations.get(0).remove("text");
    record.put("note", "x".repeat(RecordSize.MAX_BYTES));
    RecordSize.fit(record, signals, allocations);
    assertThat(allocations.get(0)).doesNotContainKey("cut_sha256");
  }
}
