package dev.maestro.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChainTest {
  private static final int LENGTH = 6;

  private static List<Map<String, Object>> chain() {
    List<Map<String, Object>> records = new ArrayList<>();
    ChainHead head = ChainHead.EMPTY;
    for (int i = 1; i <= LENGTH; i++) {
      ChainRecord record =
          ChainRecord.seal(Map.of("session_id", "s" + i, "verdict", "APPROVED"), head);
      records.add(new TreeMap<>(record.fields()));
      head = record.head();
    }
    return records;
  }

  private static ChainHead headOf(List<Map<String, Object>> records) {
    Map<String, Object> last = records.get(records.size() - 1);
    return new ChainHead(
        (Long) last.getOrDefault("seq", 0L), last.getOrDefault("hash", "").toString());
  }

  private static List<String> faults(List<Map<String, Object>> records) {
    return faults(records, headOf(chain()));
  }

  private static List<String> faults(List<Map<String, Object>> records, ChainHead head) {
    ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
    for (int i = 0; i < records.size(); i++) {
      verifier.add(records.get(i), "line " + (i + 1));
    }
    verifier.endsAt(head);
    assertThat(verifier.records()).isEqualTo(records.size());
    return verifier.faults();
  }

  @Test
  void a_chain_begins_with_genesis() {
    assertThat(ChainHead.EMPTY).isEqualTo(new ChainHead(0, "0".repeat(64)));
    assertThat(chain().get(0))
        .containsEntry("seq", 1L)
        .containsEntry("previous_hash", "0".repeat(64));
  }

  @Test
  void each_record_builds_on_the_one_before() {
    List<Map<String, Object>> records = chain();
    for (int i = 1; i < LENGTH; i++) {
      assertThat(records.get(i))
          .containsEntry("seq", i + 1L)
          .containsEntry("previous_hash", records.get(i - 1).getOrDefault("hash", ""));
    }
  }

  @Test
  void the_hash_is_that_of_the_canonical_record_without_what_may_change() {
    ChainRecord record = ChainRecord.seal(Map.of("b", 2, "a", "x"), ChainHead.EMPTY);
    String canonical =
        "{\"a\":\"x\",\"b\":2,\"previous_hash\":\"" + "0".repeat(64) + "\",\"seq\":1}";
    assertThat(record.fields()).containsEntry("hash", Sha256.hex(canonical));
    assertThat(record.head()).isEqualTo(new ChainHead(1, Sha256.hex(canonical)));
    assertThat(record.json())
        .isEqualTo(
            "{\"a\":\"x\",\"b\":2,\"hash\":\""
                + Sha256.hex(canonical)
                + "\",\"previous_hash\":\""
                + "0".repeat(64)
                + "\",\"seq\":1}");
  }

  @Test
  void a_whole_chain_has_no_faults() {
    assertThat(faults(chain())).isEmpty();
    assertThat(faults(List.of(), ChainHead.EMPTY)).isEmpty();
  }

  @Test
  void only_summary_narration_and_duration_may_change() {
    List<Map<String, Object>> records = chain();
    records.get(2).put("ai_summary", "A calm day.");
    records.get(2).put("narration", Map.of("source", "text"));
    records.get(2).put("duration_ms", 17);
    assertThat(faults(records)).isEmpty();
    assertThat(ChainRecord.OUTSIDE_HASH)
        .containsExactlyInAnyOrder("ai_summary", "narration", "duration_ms", "hash");
  }

  @Test
  void a_changed_record_is_named() {
    for (String field : List.of("session_id", "verdict", "new_field", "previous_hash")) {
      List<Map<String, Object>> records = chain();
      records.get(2).put(field, "DENIED");
      assertThat(faults(records)).isNotEmpty();
      assertThat(faults(records).get(0)).startsWith("line 3 (seq 3) was changed: its hash is ");
    }
  }

  @Test
  void a_record_that_was_changed_and_sealed_again_is_found_by_the_next_one() {
    List<Map<String, Object>> records = chain();
    ChainHead before = new ChainHead(2, records.get(1).getOrDefault("hash", "").toString());
    Map<String, Object> forged = Map.of("session_id", "s3", "verdict", "DENIED");
    records.set(2, new TreeMap<>(ChainRecord.seal(forged, before).fields()));
    assertThat(faults(records))
        .containsExactly("line 4 (seq 4) does not build on the record before it");
  }

  @Test
  void a_missing_record_is_named() {
    List<Map<String, Object>> records = chain();
    records.remove(2);
    assertThat(faults(records))
        .containsExactly(
            "line 3 (seq 4) is out of order, or records are missing or inserted before it:"
                + " expected seq 3");
  }

  @Test
  void a_chain_that_lost_its_first_records_is_named() {
    List<Map<String, Object>> records = chain();
    records.remove(0);
    assertThat(faults(records).get(0)).startsWith("line 1 (seq 2) is out of order").endsWith("1");
  }

  @Test
  void records_out_of_order_are_named() {
    List<Map<String, Object>> records = chain();
    Collections.swap(records, 2, 3);
    assertThat(faults(records).get(0)).startsWith("line 3 (seq 4) is out of order");
    assertThat(faults(records).get(1)).startsWith("line 4 (seq 3) is out of order");
  }

  @Test
  void an_inserted_record_is_named() {
    List<Map<String, Object>> records = chain();
    records.add(3, records.get(2));
    assertThat(faults(records).get(0)).startsWith("line 4 (seq 3) is out of order");
    ChainHead third = new ChainHead(3, records.get(2).getOrDefault("hash", "").toString());
    records.set(3, new TreeMap<>(ChainRecord.seal(Map.of("session_id", "x"), third).fields()));
    assertThat(faults(records)).first().asString().startsWith("line 5 (seq 4) is out of order");
  }

  @Test
  void a_truncated_chain_is_told_by_its_head() {
    List<Map<String, Object>> records = chain();
    records.remove(LENGTH - 1);
    assertThat(faults(records))
        .containsExactly(
            "the chain ends at seq 5 and the head says 6: records are missing at the end");
    assertThat(faults(List.of())).hasSize(1);
  }

  @Test
  void an_end_of_the_right_length_with_another_hash_is_told() {
    List<Map<String, Object>> records = chain();
    ChainHead fifth = new ChainHead(5, records.get(4).getOrDefault("hash", "").toString());
    records.set(5, new TreeMap<>(ChainRecord.seal(Map.of("session_id", "x"), fifth).fields()));
    assertThat(faults(records)).hasSize(1);
  }

  @Test
  void a_part_of_a_chain_is_checked_from_the_head_before_it() {
    List<Map<String, Object>> records = chain();
    ChainHead third = new ChainHead(3, records.get(2).getOrDefault("hash", "").toString());
    ChainVerifier verifier = new ChainVerifier(third);
    records.subList(3, LENGTH).forEach(record -> verifier.add(record, "record"));
    verifier.endsAt(headOf(records));
    assertThat(verifier.faults()).isEmpty();
  }

  @Test
  void sequence_numbers_may_come_back_as_any_number() {
    List<Map<String, Object>> records = chain();
    records.get(0).put("seq", 1);
    records.get(1).put("seq", new BigDecimal("2.0"));
    records.get(2).put("seq", 3.0);
    assertThat(faults(records)).isEmpty();
  }

  @Test
  @Timeout(20)
  void what_is_no_record_at_all_is_named_and_ends_nothing() {
    List<Object> rubbish =
        List.of(
            Double.NaN, new BigDecimal("1E+999999999"), new BigDecimal("1E-999999999"), "3", 3.5);
    for (Object value : rubbish) {
      for (String field : List.of("seq", "hash", "previous_hash", "verdict")) {
        List<Map<String, Object>> records = chain();
        records.get(2).put(field, value);
        assertThat(faults(records)).as("%s %s", field, value).isNotEmpty();
        assertThat(faults(records).get(0)).startsWith("line 3 ");
      }
    }
    List<Map<String, Object>> records = chain();
    records.set(2, Map.of());
    assertThat(faults(records).get(0)).startsWith("line 3 (seq unknown) was changed");
    records.set(2, Map.of("verdict", new Object(), "seq", 0, "hash", ""));
    assertThat(faults(records).get(0))
        .isEqualTo("line 3 (seq 0) was changed: its hash is  and its content calls for none");
  }

  @Test
  void a_sealed_record_cannot_be_changed() {
    ChainRecord record = ChainRecord.seal(Map.of("a", 1), ChainHead.EMPTY);
    assertThatThrownBy(() -> record.fields().put("a", 2))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
