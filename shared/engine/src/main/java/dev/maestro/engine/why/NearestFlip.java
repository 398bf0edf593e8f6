package dev.maestro.engine.why;

import dev.maestro.engine.form.View;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would have made one signal fall the other way.
 *
 * @param signal as it was decided
 * @param changes one per reason, in the order in which they were found; all of them together are
 *     needed to approve what was denied, each of them alone makes its own cut none
 * @param obstacles what no number lifts
 * @param changed the outcome with all changes; of one that was not denied, its own
 * @param evaluations of the cycle that it took to find them
 */
public record NearestFlip(
    DecidedSignal signal,
    List<Change> changes,
    List<Obstacle> obstacles,
    Verdict.Outcome changed,
    int evaluations) {
  private static final View<Change> CHANGE =
      View.<Change>empty()
          .with("code", Change::code)
          .with("what", Change::what)
          .with("from", Change::from)
          .with("to", Change::to)
          .with("unit", change -> change.unit().strip());

  private static final View<Obstacle> OBSTACLE =
      View.<Obstacle>empty().with("code", Obstacle::code).with("why", Obstacle::why);

  /** As it is shown. */
  public static final View<NearestFlip> VIEW =
      View.<NearestFlip>empty()
          .with("action", flip -> flip.signal().signal().action())
          .with("symbol", flip -> flip.signal().symbol())
          .with("verdict", flip -> flip.signal().verdict().outcome())
          .with("changes", flip -> flip.changes().stream().map(CHANGE::write).toList())
          .with("obstacles", flip -> flip.obstacles().stream().map(OBSTACLE::write).toList())
          .with("with_changes", NearestFlip::changed)
          .with("evaluations", NearestFlip::evaluations)
          .with("text", NearestFlip::lines);

  /** Keeps its own lists. */
  public NearestFlip {
    changes = List.copyOf(changes);
    obstacles = List.copyOf(obstacles);
  }

  /** True if it was denied. */
  public boolean isDenied() {
    return signal.verdict().outcome() == Verdict.Outcome.DENIED;
  }

  /** For people, one line per reason. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String word = isDenied() ? "DENIED " : "CUT ";
    for (Change change : changes) {
      lines.add(
          word + change.code() + ": " + change.comparison() + "; " + change.target() + end(change));
    }
    for (Obstacle obstacle : obstacles) {
      lines.add(word + obstacle.code() + ": no number lifts it: " + obstacle.why());
    }
    if (lines.isEmpty()) {
      lines.add(signal.verdict().outcome() + ": nothing stands against it");
    }
    return lines;
  }

  private String end(Change change) {
    if (!isDenied()) {
      return " it is not cut";
    }
    String others =
        changes.stream()
            .filter(other -> !other.equals(change))
            .map(Change::instead)
            .collect(Collectors.joining(", "));
    String states = obstacles.stream().map(Obstacle::code).collect(Collectors.joining(", "));
    if (others.isEmpty() && states.isEmpty()) {
      return changed == Verdict.Outcome.HOLD ? " it is a HOLD" : " it is approved";
    }
    return (others.isEmpty() ? "" : " it also needs " + others)
        + (states.isEmpty()
            ? ""
            : (others.isEmpty() ? " " : ", and ") + states + " still denies it");
  }
}
