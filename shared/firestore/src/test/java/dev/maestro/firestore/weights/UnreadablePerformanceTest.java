package dev.maestro.firestore.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldValue;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.Reweigh.Outcome;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.testing.reweigh.ReweighStage.Published;
import dev.maestro.testing.reweigh.Trades;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A performance document that is not what it should be is made anew from the journal. */
class UnreadablePerformanceTest {
  private static final Uid UID = new Uid("ada");
  private static final Instant NOW = Trades.START.plusSeconds(10_000);

  private final CloudStage stage = new CloudStage("demo-unreadable-performance");
  private final Reweigh reweighing = stage.reweighing(() -> {});

  @BeforeEach
  void four_trades() {
    reweighing.configure(UID, new TenantId("acme"), WeightsConfig.DEFAULTS, NOW);
    ManyTrades.of(4).store(stage.firestore, UID);
    for (int i = 0; i < 4; i++) {
      reweighing.onTradeWritten(UID, "t" + i, "e" + i, NOW);
    }
  }

  @AfterEach
  void disconnect() {
    stage.close();
  }

  static Stream<Arguments> damage() {
    Map<String, Object> ragged =
        Map.of(
            "agent_id", "A",
            "trade_ids", List.of("t1", "t2"),
            "closed_at", List.of(),
            "returns", List.of(0.1, 0.2),
            "pnls", List.of("1", "2"));
    return Stream.of(
        Arguments.of("an older format", Map.of("format", 0L)),
        Arguments.of("a newer format", Map.of("format", 2L)),
        Arguments.of("no format", Map.of("format", FieldValue.delete())),
        Arguments.of("windows that are none", Map.of("windows", "gone")),
        Arguments.of("lists of unequal length", Map.of("windows", List.of(ragged))),
        Arguments.of("no revision", Map.of("format", 0L, "revision", FieldValue.delete())),
        Arguments.of("settings that are none", Map.of("config", Map.of("lookback_trades", "x"))),
        Arguments.of("no settings", Map.of("config", FieldValue.delete())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damage")
  void the_next_close_reads_the_journal_again_and_revisions_go_on(
      String what, Map<String, Object> damage) {
    Published before = stage.published(UID).orElseThrow();
    DocumentReference document = stage.firestore.document(Paths.performance(UID));
    StoreCalls.await(document.update(damage));
    stage.put(UID, "t4", Trades.closed("C", 50, 12));

    Outcome outcome = reweighing.onTradeWritten(UID, "t4", "e4", NOW);

    assertThat(outcome).isEqualTo(new Outcome(before.revision() + 1, true));
    assertThat(stage.published(UID).orElseThrow().weights()).containsOnlyKeys("A", "B", "C");
    assertThat(reweighing.rebuild(UID, "check", NOW).isChanged()).isFalse();
    assertThat(reweighing.onTradeWritten(UID, "t4", "e4", NOW).isChanged()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("junk")
  void a_document_of_nothing_known_keeps_revision_and_time_of_the_weights(
      Map<String, Object> junk) {
    long before = stage.published(UID).orElseThrow().revision();
    StoreCalls.await(stage.firestore.document(Paths.performance(UID)).set(StoredValue.map(junk)));

    Instant earlier = NOW.minusSeconds(1);
    assertThat(reweighing.onTradeWritten(UID, "t1", "again", earlier).revision())
        .isEqualTo(before + 1);
    assertThat(stage.published(UID).orElseThrow().computedAt()).isEqualTo(NOW);
    assertThat(reweighing.rebuild(UID, "check", NOW).isChanged()).isFalse();
  }

  static List<Map<String, Object>> junk() {
    return List.of(Map.of(), Map.of("note", "by hand"));
  }
}
