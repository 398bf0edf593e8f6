package dev.maestro.engine.meta.shown;

import dev.maestro.engine.form.View;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.risk.RiskMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two evaluations in a row that put different modes into force. That a policy had expired between
 * them, and so acted as DEFENSIVE, is no change: nobody wrote it.
 *
 * @param at when the later one was made
 * @param trigger its reasons, one sentence each
 */
public record ModeChange(RiskMode from, RiskMode to, Instant at, String trigger) {
  /** For lists. */
  public static final View<ModeChange> VIEW =
      View.<ModeChange>empty()
          .with("from_mode", ModeChange::from)
          .with("to_mode", ModeChange::to)
          .with("timestamp", ModeChange::at)
          .with("trigger", ModeChange::trigger);

  /**
   * The changes between evaluations that follow each other.
   *
   * @param newestFirst empty where one cannot be read: what changed there nobody knows
   */
  public static List<ModeChange> between(List<Optional<GlobalPolicy>> newestFirst) {
    List<ModeChange> changes = new ArrayList<>();
    for (int i = 0; i + 1 < newestFirst.size(); i++) {
      Optional<GlobalPolicy> later = newestFirst.get(i);
      Optional<GlobalPolicy> earlier = newestFirst.get(i + 1);
      if (later.isPresent() && earlier.isPresent()) {
        between(earlier.get(), later.get()).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private static Optional<ModeChange> between(GlobalPolicy earlier, GlobalPolicy later) {
    return earlier.riskMode() == later.riskMode()
        ? Optional.empty()
        : Optional.of(
            new ModeChange(
                earlier.riskMode(),
                later.riskMode(),
                later.updatedAt(),
                String.join("; ", later.reasons())));
  }
}
