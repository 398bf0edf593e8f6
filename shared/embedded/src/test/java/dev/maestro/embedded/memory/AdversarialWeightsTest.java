package dev.maestro.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.memory.AdversarialWeights.LostException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.reweigh.WeightsCommit;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.testing.reweigh.Trades;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writers, deletes and moves of four trades, with events that come late, twice and in any order, on
 * a store in its worst hours. There are few values, so trades often return to what they were.
 */
class AdversarialWeightsTest {
  private static final Uid UID = new Uid("ada");
  private static final Instant NOW = Trades.START.plusSeconds(1_000_000);
  private static final int STEPS = 60;
  private static final int IDS = 4;

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
    private final Reweigh reweighing;
    private final List<String> events = new ArrayList<>();
    private int hands;

    Run(long seed) {
      random = new SplittableRandom(seed);
      reweighing =
          new Reweigh(
              stage.weights,
              new AdversarialWeights(stage.weights, random, this::meanwhile),
              stage.journal,
              (tenant, now) -> WeightsConfig.DEFAULTS,
              late -> stage.lookedAgain.add(late.tenantId()),
              stage.users());
    }

    void toTheEnd() {
      stage
          .reweighing(() -> {})
          .configure(
              UID,
              new TenantId("acme"),
              WeightsConfig.of(Fields.of("", Map.of("lookback_trades", 3))),
              NOW);
      for (int step = 0; step < STEPS; step++) {
        write();
        if (random.nextInt(3) == 0) {
          deliverAll();
        }
      }
      deliverAll();
      everyRevisionChangedSomething(stage.weights.revisions(UID));
    }

    /** Whenever no event is left, the windows are those of the journal. */
    private void deliverAll() {
      while (!events.isEmpty()) {
        deliver();
      }
      Reweigh calm = stage.reweighing(() -> {});
      assertThat(calm.rebuild(UID, "check", NOW).isChanged()).isFalse();
    }

    /** A trade gets other values or goes; its event comes once or twice. */
    private void write() {
      String id = "t" + random.nextInt(IDS);
      int profit = random.nextInt(3);
      switch (random.nextInt(10)) {
        case 0, 1 -> stage.delete(UID, id);
        case 2 -> stage.put(UID, id, Trades.with(Trades.closed("A", 1, profit), "quantity", "?"));
        default -> {
          String agent = random.nextInt(3) == 0 ? "B" : "A";
          stage.put(UID, id, Trades.closed(agent, random.nextInt(4), profit));
        }
      }
      events.add(id);
      if (random.nextInt(4) == 0) {
        events.add(id);
      }
    }

    private void deliver() {
      if (events.isEmpty()) {
        return;
      }
      String id = events.remove(random.nextInt(events.size()));
      hands++;
      try {
        reweighing.onTradeWritten(UID, id, "event of " + id, NOW);
      } catch (LostException comesAgain) {
        events.add(id);
      } finally {
        hands--;
      }
    }

    private void meanwhile() {
      for (int more = random.nextInt(6); hands < 3 && more > 0; more--) {
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
