package dev.maestro.engine.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.form.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;

class RecordSizeTest {
  private final List<Written> signals = new ArrayList<>();
  private final List<Written> allocations = new ArrayList<>();
  private Written rest = Written.NOTHING;

  private static Written row(String key, String name, int characters) {
    return Written.of(key, name)
        .with("verdict", "DENIED")
        .with("mode", "ACTIVE")
        .with("text", "x".repeat(characters));
  }

  private void signal(String name, int characters) {
    signals.add(row("strategy", name, characters));
  }

  private void note(int characters) {
    rest = Written.of("note", "x".repeat(characters));
  }

  private Written fit() {
    return new RecordSize(rest, signals, allocations).fit();
  }

  private static int size(Written record) {
    return CanonicalJson.write(record.values()).length();
  }

  private static MapAssert<Object, Object> assertThatSignal(Written record, int row) {
    return assertThatRow(record, "signals", row);
  }

  private static MapAssert<Object, Object> assertThatRow(Written record, String list, int row) {
    List<?> rows = (List<?>) record.get(list).orElseThrow();
    return assertThat(new HashMap<Object, Object>((Map<?, ?>) rows.get(row)));
  }

  @Test
  void a_record_of_exactly_the_largest_size_stays_whole() {
    signal("a", 10_000);
    note(0);
    int free = RecordSize.MAX_BYTES - size(fit());
    note(free);
    assertThat(size(fit())).isEqualTo(RecordSize.MAX_BYTES);
    assertThatSignal(fit(), 0).containsKey("text");
    note(free + 1);
    assertThatSignal(fit(), 0).containsKey("cut_sha256");
  }

  @Test
  void the_seal_is_that_of_the_record_that_fits_whether_its_own_bytes_fit_or_not() {
    signal("a", 10_000);
    note(0);
    int free = RecordSize.MAX_BYTES - size(fit());
    for (int more : new int[] {-1000, -100, 0, 1, 1000}) {
      note(free + more);
      assertThat(new RecordSize(rest, signals, allocations).sealed(ChainHead.EMPTY))
          .isEqualTo(ChainRecord.seal(fit().values(), ChainHead.EMPTY));
    }
  }

  @Test
  void the_largest_signals_are_cut_first_and_no_more_than_needed() {
    signal("small", 1000);
    signal("large", 500_000);
    signal("middle", 400_000);
    Written record = fit();
    assertThat(size(record)).isLessThan(RecordSize.MAX_BYTES);
    assertThatSignal(record, 0).containsKey("text");
    assertThatSignal(record, 2).containsKey("text");
    assertThatSignal(record, 1)
        .doesNotContainKey("text")
        .containsEntry("strategy", "large")
        .containsEntry("verdict", "DENIED")
        .containsEntry("nonce", null)
        .containsEntry("cut_sha256", hash(signals.get(1)));
  }

  @Test
  void allocation_decisions_are_cut_when_the_signals_are_not_enough() {
    signal("a", 10_000);
    allocations.add(row("strategy_name", "b", 900_000));
    allocations.add(row("strategy_name", "c", 10_000));
    Written record = fit();
    assertThatSignal(record, 0).containsKey("cut_sha256");
    assertThatRow(record, "allocation_decisions", 0)
        .containsOnlyKeys("cut_sha256", "mode", "strategy_name")
        .containsEntry("strategy_name", "b");
    assertThatRow(record, "allocation_decisions", 1).containsKey("text");
  }

  @Test
  void a_signal_that_is_cut_twice_keeps_the_hash_of_what_it_was() {
    signal("a", 10_000);
    note(RecordSize.MAX_BYTES);
    assertThatSignal(fit(), 0)
        .containsOnlyKeys("cut_sha256", "strategy", "verdict")
        .containsEntry("cut_sha256", hash(signals.get(0)));
  }

  @Test
  void a_row_that_would_not_become_smaller_stays() {
    allocations.add(Written.of("strategy_name", "a").with("mode", "ACTIVE"));
    note(RecordSize.MAX_BYTES);
    assertThatRow(fit(), "allocation_decisions", 0).doesNotContainKey("cut_sha256");
  }

  private static String hash(Written row) {
    return Sha256.hex(CanonicalJson.write(row.values()));
  }
}
