package dev.maestro.engine.conduct.screen;

import dev.maestro.engine.cycle.input.Admission;
import dev.maestro.engine.evidence.EvidenceFiguresForm;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.ThrottleDecision;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.Comparator;

/** What the throttle says of one strategy whose mode decides. */
record HeldBack(StrategyId strategy, Admission admission, ThrottleDecision decision) {
  /** How many the first screen shows; the others are counted. */
  static final int MOST = 12;

  /** Characters of a sentence that are shown. */
  private static final int MAX_SENTENCE = 300;

  /** The tightest first, then by id: what is cut off is what is held back least. */
  static final Comparator<HeldBack> TIGHTEST_FIRST =
      Comparator.<HeldBack, ThrottleMode>comparing(row -> row.decision.mode())
          .reversed()
          .thenComparing(HeldBack::strategy);

  static final View<HeldBack> VIEW =
      View.<HeldBack>empty()
          .with("strategy", HeldBack::strategy)
          .with("mode", row -> row.decision.mode())
          .with("admission", HeldBack::admission)
          .with("reasoning", row -> Kinds.cut(row.decision.reasoning(), MAX_SENTENCE))
          .ifPresent(
              "evidence", row -> row.decision.evidence().map(EvidenceFiguresForm.SHOWN::write))
          .ifPresent(
              "other_method",
              row -> row.decision.other().map(other -> other.method() + ": " + other.mode()));
}
