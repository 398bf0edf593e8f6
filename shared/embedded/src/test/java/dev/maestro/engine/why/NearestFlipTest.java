package dev.maestro.engine.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.session.RandomSession;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.Verdict;
import dev.maestro.testing.conduct.CalmMarket;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is named flips the verdict, and half a unit less does not. */
class NearestFlipTest {
  private static final int CYCLES = Integer.getInteger("maestro.seeds", 1000);
  private static final int SLOTS = 25;

  private final Set<String> lifted = new TreeSet<>();

  @Test
  void over_random_cycles_the_named_change_approves_and_half_a_unit_less_does_not() {
    int sessions = Math.max(8, CYCLES / SLOTS);
    for (long seed = 1; seed <= sessions; seed++) {
      RandomSession session = new RandomSession(seed, new CalmMarket());
      for (int slot = 0; slot < SLOTS; slot++) {
        ask(session.next().orElseThrow(), seed + "/" + slot);
      }
    }
    assertThat(lifted)
        .contains("LOW_CONFIDENCE", "NO_CAPITAL", "PRICE_COLLAR", "STALE_SIGNAL", "SYSTEMIC_RISK");
  }

  private void ask(StoredDecision stored, String place) {
    CycleArchive archive = stored.archive(EngineVersion.CURRENT);
    CycleInput input = archive.input(stored.inputHash());
    for (DecidedSignal decided : Cycle.signals(input, archive.settings())) {
      NearestFlip flip = WhySearch.of(input, archive.settings(), decided);
      Question asked =
          new Question(input, archive.settings(), decided.identity().nonce(), decided.signal());
      String where = place + " " + decided.verdict() + decided.cuts() + " " + flip.lines();
      assertThat(flip.evaluations()).as(where).isLessThanOrEqualTo(WhySearch.MOST_EVALUATIONS);
      if (flip.isDenied()) {
        holdsForDenied(flip, asked, where);
      } else {
        flip.changes().forEach(change -> holdsForCut(change, asked, where));
      }
      flip.changes().forEach(change -> lifted.add(change.code()));
    }
  }

  private static void holdsForDenied(NearestFlip flip, Question asked, String where) {
    assertThat(flip.changes().size() + flip.obstacles().size()).as(where).isPositive();
    Verdict with = turned(asked, flip.changes(), Map.of()).answer().verdict();
    assertThat(with.outcome()).as(where).isEqualTo(flip.changed());
    if (flip.changed() == Verdict.Outcome.DENIED) {
      assertThat(flip.obstacles()).as(where).isNotEmpty();
      return;
    }
    for (Change change : flip.changes()) {
      Verdict less =
          turned(asked, flip.changes(), Map.of(change.what(), change.below())).answer().verdict();
      assertThat(less.outcome())
          .as("%s less of %s", where, change)
          .isEqualTo(Verdict.Outcome.DENIED);
    }
  }

  private static void holdsForCut(Change change, Question asked, String where) {
    assertThat(codes(turned(asked, List.of(change), Map.of())))
        .as(where)
        .doesNotContain(change.code());
    assertThat(codes(turned(asked, List.of(change), Map.of(change.what(), change.below()))))
        .as(where)
        .contains(change.code());
  }

  private static List<String> codes(Question asked) {
    return asked.answer().cuts().stream().map(cut -> cut.code()).toList();
  }

  private static Question turned(
      Question asked, List<Change> changes, Map<String, BigDecimal> others) {
    Map<String, Knob> knobs = new HashMap<>();
    Arrays.stream(Knob.values()).forEach(knob -> knobs.put(knob.words(), knob));
    Question with = asked;
    for (Change change : changes) {
      with =
          Objects.requireNonNull(knobs.get(change.what()))
              .turned(with, others.getOrDefault(change.what(), change.to()));
    }
    return with;
  }
}
