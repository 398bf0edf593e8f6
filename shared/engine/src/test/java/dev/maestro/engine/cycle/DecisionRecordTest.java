package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainRecord;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignalForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecisionRecordTest {
  private static final int MAX_BYTES = 800 * 1024;

  private static List<Map<String, Object>> rows(CycleOutcome outcome, String field) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object row : (List<?>) outcome.record().fields().getOrDefault(field, List.of())) {
      Map<String, Object> fields = new TreeMap<>();
      ((Map<?, ?>) row).forEach((key, value) -> fields.put((String) key, value));
      rows.add(fields);
    }
    return rows;
  }

  private static int bytes(CycleOutcome outcome) {
    return outcome.record().json().getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void it_has_the_fields_of_the_decision_log() {
    assertThat(Scene.where("trend", buy("AAPL")).run().record().fields())
        .containsKeys(
            "timestamp",
            "kind",
            "session_id",
            "tenant_id",
            "cycle_slot",
            "allocation_decisions",
            "systemic_risk_detected",
            "systemic_risk_details",
            "signals_modified",
            "signals",
            "policy",
            "weights",
            "engine_version",
            "config_hash",
            "input_hash",
            "seq",
            "previous_hash",
            "hash");
  }

  @Test
  void it_says_when_where_and_from_what() {
    assertThat(Scene.where("trend", buy("AAPL")).run().record().fields())
        .containsEntry("kind", "cycle")
        .containsEntry("tenant_id", "acme")
        .containsEntry("timestamp", "2026-03-02T14:30:20.000Z")
        .containsEntry("cycle_slot", "2026-03-02T14:30:00.000Z")
        .containsEntry("config_hash", "config-hash")
        .containsEntry("input_hash", "input-hash")
        .containsEntry("engine_version", "1.0-test")
        .containsEntry("weights", Map.of("trend", new BigDecimal("0.6")))
        .containsEntry("seq", 1L)
        .containsEntry("previous_hash", ChainHead.GENESIS);
  }

  @Test
  void every_strategy_has_its_allocation_decision() {
    Scene scene =
        Scene.where("trend", buy("AAPL"))
            .with("idle")
            .performs("trend", ThrottleMode.REDUCED)
            .isUnreadable("idle");
    List<Map<String, Object>> rows = rows(scene.run(), "allocation_decisions");
    assertThat(rows)
        .extracting(row -> row.getOrDefault("strategy_name", ""))
        .containsExactly("idle", "trend");
    assertThat(rows.get(1))
        .containsEntry("original_allocation", new BigDecimal("0.4"))
        .containsEntry("mode", "REDUCED")
        .containsEntry("reasoning", "Sharpe Ratio 0.67 < 1.0. Reducing allocation by 50%.")
        .containsEntry("timestamp", "2026-03-02T14:30:20.000Z")
        .containsEntry("days", 6L);
    assertThat(new ReferenceJson().write(rows.get(1)))
        .contains("\"final_allocation\":0.2,", "\"sharpe_ratio\":0.67", "\"standard_error\":6.48");
    assertThat(rows.get(0))
        .containsEntry("original_allocation", null)
        .containsEntry("final_allocation", BigDecimal.ZERO)
        .containsEntry("sharpe_ratio", null)
        .containsEntry("standard_error", null)
        .containsEntry("mode", "SHADOW_MODE");
  }

  @Test
  void who_may_not_trade_is_told_apart_from_the_mode() {
    Scene scene =
        Scene.calm()
            .with("chosen", "new", "left", "off", "paper")
            .performs("new", ThrottleMode.REDUCED)
            .is("off", StrategyStatus.DISABLED)
            .is("paper", StrategyStatus.SHADOW)
            .selecting(Set.of("chosen"), Set.of("new"));
    CycleOutcome outcome = scene.run();
    assertThat(rows(outcome, "allocation_decisions"))
        .extracting(row -> row.get("strategy_name") + " " + row.get("admission"))
        .containsExactly(
            "chosen ADMITTED",
            "left NOT_SELECTED",
            "new ON_PROBATION",
            "off DISABLED",
            "paper SHADOW");
    assertThat(outcome.summary())
        .endsWith(
            ": Managed 3 strategies: 1 ACTIVE, 1 REDUCED, 1 SHADOW_MODE."
                + " 1 not selected. 1 disabled.");
  }

  @Test
  void the_policy_is_kept_as_it_was_and_null_if_there_was_none() {
    TradingPolicy policy = Policies.blocked();
    Object kept =
        Scene.calm().under(policy).run().record().fields().getOrDefault("policy", "absent");
    assertThat(new ReferenceJson().write(kept))
        .isEqualTo(
            "{\"allow_new_trades\":false,\"allowed_symbols\":[],"
                + "\"block_reasons\":[\"EXTREME_VOLATILITY\"],\"disallowed_symbols\":[],"
                + "\"entry_mode\":\"NORMAL\",\"exit_mode\":\"TREND_FOLLOW\",\"max_positions\":5000,"
                + "\"max_risk_pct\":0.5,\"min_confidence\":0.6,\"note\":\"a note\","
                + "\"profile\":\"SAFE\",\"risk_profile\":\"NO_NEW_TRADES\","
                + "\"timestamp\":\"2026-03-02T14:30:00.000Z\"}");
    assertThat(Scene.calm().withoutPolicy().run().record().json()).contains("\"policy\":null");
  }

  @Test
  void its_form_and_its_hash_are_those_of_a_second_writer() {
    Seeds.forEach(
        random -> {
          Scene scene = RandomScene.of(random.nextLong());
          scene.chain = new ChainHead(random.nextInt(1000), "a".repeat(64));
          scene.says(
              "s\u0000\"\\\uD83D", buy("AAPL").with("reasoning", "\u20AC\n\u2028\uD83D\uDE00"));
          ChainRecord record = scene.run().record();
          assertThat(record.json()).isEqualTo(new ReferenceJson().write(record.fields()));
          SortedMap<String, Object> hashed = new TreeMap<>(record.fields());
          hashed.remove("hash");
          assertThat(record.fields())
              .containsEntry("hash", Sha256.hex(new ReferenceJson().write(hashed)))
              .containsEntry("seq", scene.chain.seq() + 1)
              .containsEntry("previous_hash", scene.chain.hash());
        });
  }

  @Test
  void cycles_make_a_chain() {
    ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
    ChainHead head = ChainHead.EMPTY;
    for (long seed = 1; seed <= 20; seed++) {
      Scene scene = RandomScene.of(seed);
      scene.chain = head;
      ChainRecord record = scene.run().record();
      verifier.add(record.fields(), "record " + seed);
      head = record.head();
    }
    verifier.endsAt(head);
    assertThat(verifier.faults()).isEmpty();
  }

  @Test
  void a_record_that_fits_is_whole() {
    List<Map<String, Object>> signals = rows(crowd(100, "x", 20), "signals");
    assertThat(signals).hasSize(100).noneMatch(row -> row.containsKey("cut_sha256"));
  }

  @Test
  void what_would_not_fit_is_cut_per_signal_and_its_hash_is_kept() {
    for (String character : List.of("\u20AC", "\u0001")) {
      CycleOutcome outcome = crowd(2000, character, 300);
      assertThat(bytes(outcome)).as(character).isLessThan(MAX_BYTES);
      List<Map<String, Object>> signals = rows(outcome, "signals");
      assertThat(signals).hasSize(2000);
      for (int i = 0; i < signals.size(); i += 23) {
        Map<String, Object> row = signals.get(i);
        String whole =
            new ReferenceJson().write(DecidedSignalForm.RECORD.write(outcome.signals().get(i)));
        boolean isWhole = new ReferenceJson().write(row).equals(whole);
        assertThat(isWhole || row.containsValue(Sha256.hex(whole))).isTrue();
        assertThat(row.get("verdict")).isIn("APPROVED", "DENIED");
      }
    }
  }

  @Test
  void two_thousand_denials_with_long_reasons_fit_too() {
    Scene scene = Scene.calm().inPanic();
    crowd(scene, 2000, "x", 100);
    scene.withoutAccount().withoutPolicy();
    CycleOutcome outcome = scene.run();
    assertThat(bytes(outcome)).isLessThan(MAX_BYTES);
    assertThat(rows(outcome, "signals")).hasSize(2003);
    assertThat(rows(outcome, "allocation_decisions")).hasSize(2003);
  }

  @Test
  void a_middling_crowd_keeps_as_many_signals_whole_as_fit() {
    CycleOutcome outcome = crowd(700, "x", 500);
    assertThat(bytes(outcome)).isBetween(600 * 1024, MAX_BYTES);
    List<Map<String, Object>> signals = rows(outcome, "signals");
    assertThat(signals).anyMatch(row -> row.containsKey("cut_sha256"));
    assertThat(signals).anyMatch(row -> row.containsKey("reasoning"));
    assertThat(rows(outcome, "allocation_decisions")).allMatch(row -> row.containsKey("reasoning"));
  }

  @Test
  void what_a_session_did_can_be_read_from_it() {
    Scene scene = Scene.where("trend", sell("AAPL")).holds("trend", "AAPL", "10");
    Map<String, Object> signal = rows(scene.run(), "signals").get(0);
    assertThat(signal)
        .containsEntry("agent_id", "acme_trend")
        .containsEntry("action", "SELL")
        .containsEntry("symbol", "AAPL")
        .containsEntry("verdict", "APPROVED")
        .containsEntry("verdict_text", "Approved.")
        .containsEntry("quantity", BigDecimal.TEN)
        .containsEntry("reduce_only", true)
        .containsEntry("identity_timestamp", "2026-03-02T14:30:20.000Z")
        .containsEntry("error", null);
  }

  private static CycleOutcome crowd(int strategies, String character, int characters) {
    Scene scene = Scene.calm();
    crowd(scene, strategies, character, characters);
    return scene.run();
  }

  private static void crowd(Scene scene, int strategies, String character, int characters) {
    String text = character.repeat(500);
    Map<String, Object> metadata = Map.of("note", character.repeat(characters));
    for (int i = 0; i < strategies; i++) {
      String name = "strategy-" + i;
      scene.with(name);
      scene.says(name, buy("SYM" + i).with("reasoning", text).with("metadata", metadata));
    }
  }
}
