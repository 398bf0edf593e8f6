package dev.maestro.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.contract.reweigh.Trades;
import dev.maestro.embedded.memory.AdversarialWeights.LostException;
import dev.maestro.engine.reweigh.Reweighing;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writers, deletes and moves of ten trades, with events that come late, twice and in any order, on
 * a store in its worst hours. Values never return to what they were (docs/adr/0015).
 */
class AdversarialWeightsTest {
  private static final String UID = "ada";
  private static final Instant NOW = Trades.START.plusSeconds(1_000_000);
  private static final int STEPS = 60;
  private static final int IDS = 10;

  static List<Long> seeds() {
    int count = Integer.getInteger("maestro.seeds", 1000);
    return java.util.stream.LongStream.rangeClosed(1, count).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_happens_it_ends_in_the_weights_of_a_rebuild(long seed) {
    new Run(seed).toTheEnd();
  }

  /** One history. */
  private static final class Run {
    private final SplittableRandom random;
    private final MemoryStage stage = new MemoryStage();
    private final Reweighing reweighing;
    private final List<String> events = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    private int serial;
    private final List<String> hands = new ArrayList<>();

    Run(long seed) {
      random = new SplittableRandom(seed);
      reweighing =
          new Reweighing(
              stage.weights,
              new AdversarialWeights(stage.weights, random, this::meanwhile),
              stage.journal,
              (tenant, now) -> WeightsConfig.DEFAULTS);
    }

    void toTheEnd() {
      stage
          .reweighing(() -> {})
          .configure(UID, "acme", WeightsConfig.of(Map.of("lookback_trades", 3)), NOW);
      for (int step = 0; step < STEPS; step++) {
        write();
        if (random.nextBoolean()) {
          deliver();
        }
      }
      while (!events.isEmpty()) {
        deliver();
      }
      Reweighing calm = stage.reweighing(() -> {});
      assertThat(calm.rebuild(UID, "check", NOW).isChanged()).isFalse();
      everyRevisionChangedSomething(stage.weights.revisions(UID));
    }

    /** A trade gets values it never had, or goes for good; its event may come up to three times. */
    private void write() {
      String id = "t" + random.nextInt(IDS);
      if (deleted.contains(id)) {
        return;
      }
      serial++;
      int kind = random.nextInt(10);
      if (kind == 0 && !hands.contains(id)) {
        deleted.add(id);
        stage.delete(UID, id);
      } else if (kind == 1 && !hands.contains(id)) {
        stage.put(UID, id, Trades.with(Trades.closed("A", 1, serial), "quantity", "?" + serial));
      } else {
        String agent = random.nextInt(3) == 0 ? "B" : "A";
        stage.put(UID, id, Trades.closed(agent, random.nextInt(100), serial));
      }
      for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
        events.add(id);
      }
    }

    private void deliver() {
      if (events.isEmpty()) {
        return;
      }
      String id = events.remove(random.nextInt(events.size()));
      hands.add(id);
      try {
        reweighing.onTradeWritten(UID, id, "event of " + id, NOW);
      } catch (LostException comesAgain) {
        events.add(id);
      } finally {
        hands.remove(hands.size() - 1);
      }
    }

    private void meanwhile() {
      if (hands.size() < 3) {
        write();
        deliver();
      }
    }

    private static void everyRevisionChangedSomething(List<WeightsCommit> revisions) {
      for (int i = 0; i < revisions.size(); i++) {
        assertThat(revisions.get(i).revision()).isEqualTo(i + 1);
        if (i > 0) {
          assertThat(revisions.get(i).windows().hasSameValues(revisions.get(i - 1).windows()))
              .isFalse();
        }
      }
    }
  }
}
