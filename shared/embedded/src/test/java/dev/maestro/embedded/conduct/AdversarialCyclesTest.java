package dev.maestro.embedded.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.conduct.ConductSlot;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.name.TenantId;
import dev.maestro.testing.conduct.CalmMarket;
import dev.maestro.testing.conduct.MovableClock;
import dev.maestro.testing.conduct.TroubledCycles;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules that no real store would be so unkind to make, over seeds. */
class AdversarialCyclesTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int DELIVERIES = 60;

  static LongStream seeds() {
    return LongStream.range(0, Math.min(200, Long.getLong("maestro.seeds", 200)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_happens_a_slot_is_decided_at_most_once_and_the_chain_is_whole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MovableClock clock = new MovableClock(START);
    MemoryConductStage stage = new MemoryConductStage();
    stage.createTenant(new TenantId("acme"), START);
    for (int i = 0; i < DELIVERIES; i++) {
      Slot slot = Slot.of(clock.instant().minusSeconds(random.nextInt(400)));
      deliver(stage, clock, random, slot, "delivery " + i);
      clock.pass(Duration.ofSeconds(random.nextInt(240)));
      stage.reportAccount(new TenantId("acme"), new BigDecimal("10000"), clock.instant());
    }
    List<Map<String, Object>> records = stage.records(new TenantId("acme"));
    ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
    records.forEach(record -> verifier.add(record, "slot " + record.get("cycle_slot")));
    assertThat(verifier.faults()).isEmpty();
    assertThat(records).isNotEmpty().extracting(r -> r.get("cycle_slot")).doesNotHaveDuplicates();
  }

  private static void deliver(
      MemoryConductStage stage,
      MovableClock clock,
      SplittableRandom random,
      Slot slot,
      String owner) {
    TroubledCycles store =
        new TroubledCycles(stage.cycles()) {
          @Override
          protected void beforeCommit() {
            int fate = random.nextInt(6);
            if (fate == 0) {
              throw new IllegalStateException("the process was killed");
            } else if (fate == 1) {
              stage.reportAccount(new TenantId("acme"), new BigDecimal("9999"), clock.instant());
            } else if (fate == 2) {
              clock.pass(LEASE);
              deliver(stage, clock, random, slot, owner + " again");
            }
          }

          @Override
          protected void afterCommit() {
            if (random.nextInt(6) == 0) {
              throw new IllegalStateException("the answer was lost");
            }
          }
        };
    try {
      new ConductSlot(store, new CalmMarket(), (t, c, m, n) -> {}, clock, LEASE, "test")
          .conduct(new TenantId("acme"), slot, owner);
    } catch (RuntimeException comesAgain) {
      assertThat(comesAgain).isNotInstanceOf(NullPointerException.class);
    }
  }
}
