package dev.maestro.embedded.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleReplay;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.verdict.Verdict;
import dev.maestro.testing.conduct.CalmMarket;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is stored beside a record decides the same again; lab cycles asks it of 10,000. */
class ReplayedCyclesTest {
  private static final int SESSIONS = 4;
  private static final int SLOTS = 50;

  @Test
  void every_stored_cycle_is_decided_again_byte_for_byte() {
    Set<Verdict.Outcome> seen = EnumSet.noneOf(Verdict.Outcome.class);
    LongStream.rangeClosed(1, SESSIONS).forEach(seed -> live(seed, seen));

    assertThat(seen).containsExactlyInAnyOrder(Verdict.Outcome.values());
  }

  private static void live(long seed, Set<Verdict.Outcome> seen) {
    RandomSession session = new RandomSession(seed, new CalmMarket());
    for (int slot = 0; slot < SLOTS; slot++) {
      Optional<StoredDecision> stored = session.next();
      CycleReplay replay = CycleReplay.of(stored.orElseThrow(), EngineVersion.CURRENT);
      assertThat(replay.differs()).as("seed %s, slot %s", seed, slot).isEmpty();
      replay.outcome().signals().forEach(signal -> seen.add(signal.verdict().outcome()));
    }
  }
}
