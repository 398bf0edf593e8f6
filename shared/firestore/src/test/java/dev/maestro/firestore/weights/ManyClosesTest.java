package dev.maestro.firestore.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.testing.reweigh.ReweighStage.Published;
import dev.maestro.testing.reweigh.Trades;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 2,000 closes of one user, three of ten twice, in no order, two deliveries at once. */
class ManyClosesTest {
  private static final Uid UID = new Uid("ada");
  private static final Instant NOW = Trades.START.plusSeconds(1_000_000);
  private static final ManyTrades JOURNAL = ManyTrades.of(2000);
  private static final int DELIVERIES = 2600;
  private static final int LOOKBACK = WeightsConfig.DEFAULTS.lookbackTrades();

  private final CloudStage stage = new CloudStage("demo-many-closes");
  private final Reweigh reweighing = stage.reweighing(() -> {});

  @AfterEach
  void disconnect() {
    stage.close();
  }

  @Test
  void closes_in_any_order_end_in_the_weights_of_the_whole_journal() throws Exception {
    reweighing.configure(UID, new TenantId("acme"), WeightsConfig.DEFAULTS, NOW);
    JOURNAL.store(stage.firestore, UID);

    long changes = deliverAll();

    AgentWeights weighed = JOURNAL.weighed(WeightsConfig.DEFAULTS, NOW);
    Map<String, String> expected = new TreeMap<>();
    weighed
        .agents()
        .forEach(
            agent -> expected.put(agent.performance().agentId(), agent.weight().toPlainString()));
    Published published = stage.published(UID).orElseThrow();
    assertThat(published.weights()).isEqualTo(expected);
    assertThat(published.cash()).isEqualTo(weighed.cash().toPlainString());
    assertThat(reweighing.rebuild(UID, "check", NOW).isChanged()).isFalse();
    assertThat(published.revision()).isEqualTo(1 + changes);
    everyRevisionIsOneEffectiveChange(published.revision());
  }

  private long deliverAll() throws Exception {
    List<Integer> events = new ArrayList<>();
    for (int i = 0; i < DELIVERIES; i++) {
      events.add(i % JOURNAL.length());
    }
    Collections.shuffle(events, new Random(7));
    List<Callable<Boolean>> deliveries = new ArrayList<>();
    events.forEach(
        event ->
            deliveries.add(
                () -> reweighing.onTradeWritten(UID, "t" + event, "e", NOW).isChanged()));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      long changes = 0;
      for (Future<Boolean> done : two.invokeAll(deliveries)) {
        changes += done.get() ? 1 : 0;
      }
      return changes;
    } finally {
      two.shutdownNow();
    }
  }

  /** Plays the log to windows that know nothing but places; the first entry is the settings'. */
  private void everyRevisionIsOneEffectiveChange(long revision) {
    List<Fields> log = log();
    assertThat(log)
        .extracting(entry -> entry.get("revision", Kinds.WHOLE))
        .isEqualTo(LongStream.rangeClosed(1, revision).boxed().toList());
    Map<String, SortedSet<Integer>> windows = new HashMap<>();
    for (Fields entry : log.subList(1, log.size())) {
      int trade = Integer.parseInt(entry.fields("cause").get("trade_id", Kinds.TEXT).substring(1));
      assertThat(isEffective(windows, trade)).as("t%d", trade).isTrue();
    }
    for (int i = 0; i < JOURNAL.length(); i++) {
      assertThat(isEffective(windows, i)).as("t%d once more", i).isFalse();
    }
  }

  private static boolean isEffective(Map<String, SortedSet<Integer>> windows, int trade) {
    SortedSet<Integer> window =
        windows.computeIfAbsent(ManyTrades.agent(trade), agent -> new TreeSet<>());
    if (!window.add(trade)) {
      return false;
    }
    if (window.size() <= LOOKBACK) {
      return true;
    }
    int oldest = window.first();
    window.remove(oldest);
    return oldest != trade;
  }

  private List<Fields> log() {
    return StoreCalls.await(
            stage
                .firestore
                .collection(Paths.WEIGHTS_LOGS)
                .whereEqualTo("uid", UID.value())
                .orderBy("revision")
                .get())
        .getDocuments()
        .stream()
        .map(StoredFields::of)
        .toList();
  }
}
