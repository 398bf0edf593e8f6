package dev.maestro.bench.close;

import dev.maestro.engine.alert.AlertPort;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.conduct.narration.CycleNarrator;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.narration.NarrationPrompt;
import dev.maestro.engine.narration.NarrationReason;
import dev.maestro.engine.narration.Narrator;
import dev.maestro.engine.narration.NarratorAnswer;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.audit.StoredNarrations;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.market.host.MarketDesk;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a cycle takes until it is stored, with a narrator that answers at once and, every other
 * cycle, one that hangs. The narrator is asked after the commit, so the call itself ends the time.
 *
 * <p>Run it with {@code ./maestro bench narration}. Its figures stand in docs/performance.md.
 */
public final class NarrationLoad {
  private static final TenantId TENANT = new TenantId("bench");
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration HANG = Duration.ofMillis(300);
  private static final int WARM_UP = 20;
  private static final int CYCLES = 100;

  private final CloseStage stage;
  private Instant now = Instant.parse("2026-03-02T12:00:02Z");

  private NarrationLoad(CloseStage stage) {
    this.stage = stage;
  }

  /** Runs everything once and prints it. */
  public static void main(String[] arguments) throws Exception {
    try (CloseStage stage = CloseStage.start(Files.createTempDirectory("maestro-bench"))) {
      new NarrationLoad(stage).run();
    }
  }

  private void run() {
    new TenantStore(stage.firestore)
        .create(
            new Tenant(
                TENANT, "Bench", true, new BigDecimal("10000"), ZoneOffset.UTC, new Uid("bench")),
            Map.of(),
            "bench",
            now);
    for (int i = 0; i < 4; i++) {
      new StrategyStore(stage.firestore)
          .add(TENANT, RegisteredStrategy.live(new StrategyId("s" + i), new Uid("bench")));
    }
    List<Double> answering = new ArrayList<>();
    List<Double> hanging = new ArrayList<>();
    for (int i = 0; i < WARM_UP + 2 * CYCLES; i++) {
      boolean hangs = i % 2 == 1;
      double millis = cycle(hangs ? HANG : Duration.ZERO);
      if (i >= WARM_UP) {
        (hangs ? hanging : answering).add(millis);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d cycles each: p50 to the commit %.1f ms with a narrator that answers, %.1f ms with one"
            + " that hangs %d ms: %.2f x%n",
        CYCLES,
        middle(answering),
        middle(hanging),
        HANG.toMillis(),
        middle(hanging) / middle(answering));
  }

  /** Milliseconds from the delivery to the question, which comes when the slot is DONE. */
  private double cycle(Duration hang) {
    Asked asked = new Asked(hang);
    AlertPort nobody = (tenant, code, message, time) -> {};
    ConductSlot conducting =
        new ConductSlot(
                new FirestoreCycles(stage.firestore, Map.of()),
                MarketDesk.open(Optional.empty(), fault -> {}),
                nobody,
                () -> now,
                Duration.ofSeconds(60),
                "bench")
            .narrating(new CycleNarrator(asked, new StoredNarrations(stage.firestore), nobody));
    long start = System.nanoTime();
    conducting.conduct(TENANT, Slot.of(now), "bench " + now);
    now = now.plus(INTERVAL);
    return (asked.at - start) / 1e6;
  }

  private static double middle(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  /** Knows when it was asked, and takes its time. */
  private static final class Asked implements Narrator {
    private final Duration hang;
    private long at;

    private Asked(Duration hang) {
      this.hang = hang;
    }

    @Override
    public NarratorAnswer narrate(NarrationPrompt prompt) {
      at = System.nanoTime();
      long end = at + hang.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
      return NarratorAnswer.none(NarrationReason.TIMEOUT, "");
    }

    @Override
    public String model() {
      return "bench";
    }
  }
}
