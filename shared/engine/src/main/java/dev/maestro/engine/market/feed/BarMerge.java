package dev.maestro.engine.market.feed;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.port.RefusedInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bars that come, laid over those that stand: a bar of the same start takes the place of the one
 * that stands, the newest 200 stay. Bars of another length begin a history of their own, because no
 * figure can be taken from both.
 *
 * @param bars what is to stand
 * @param isOtherLength true: what stood is dropped, whole
 * @param added bars that were not there
 * @param corrected bars that were there with other figures
 * @param tooOld bars that were sent and are older than those that stay
 * @param gaps beside the bars that were sent, oldest first
 */
public record BarMerge(
    BarHistory bars,
    boolean isOtherLength,
    int added,
    int corrected,
    int tooOld,
    List<BarGap> gaps) {
  /** Keeps its own list. */
  public BarMerge {
    gaps = List.copyOf(gaps);
  }

  /**
   * Lays them over each other.
   *
   * @throws RefusedInputException if one of them would overlap one that stands and has another
   *     start; only one of both can be true
   */
  static BarMerge of(Optional<BarHistory> standing, BarHistory sent) throws RefusedInputException {
    Optional<BarHistory> same =
        standing.filter(known -> known.barLength().equals(sent.barLength()));
    Map<Instant, Bar> before = byStart(same.map(BarHistory::bars).orElse(List.of()));
    Map<Instant, Bar> incoming = byStart(sent.bars());
    TreeMap<Instant, Bar> all = new TreeMap<>(before);
    all.putAll(incoming);
    requireApart(List.copyOf(all.values()), sent.barLength());
    while (all.size() > BarHistory.MOST_KEPT) {
      all.pollFirstEntry();
    }
    int added = 0;
    int corrected = 0;
    for (Bar bar : all.values()) {
      if (!before.containsKey(bar.start())) {
        added++;
      } else if (!bar.equals(before.get(bar.start()))) {
        corrected++;
      }
    }
    BarHistory merged = new BarHistory(sent.barLength(), List.copyOf(all.values()));
    int tooOld = (int) sent.bars().stream().filter(bar -> !all.containsKey(bar.start())).count();
    return new BarMerge(
        merged,
        standing.isPresent() && same.isEmpty(),
        added,
        corrected,
        tooOld,
        gaps(merged, incoming));
  }

  /** True if nothing is to be stored. */
  boolean isNothingNew() {
    return added == 0 && corrected == 0;
  }

  private static Map<Instant, Bar> byStart(List<Bar> bars) {
    Map<Instant, Bar> byStart = new TreeMap<>();
    bars.forEach(bar -> byStart.put(bar.start(), bar));
    return byStart;
  }

  private static void requireApart(List<Bar> bars, Duration length) throws RefusedInputException {
    for (int i = 1; i < bars.size(); i++) {
      Instant end = bars.get(i - 1).start().plus(length);
      Instant start = bars.get(i).start();
      if (start.isBefore(end)) {
        throw new RefusedInputException(
            "bars",
            ("bars must not overlap those that stand: the one of " + start)
                + (" begins before the one of " + bars.get(i - 1).start() + " ends"));
      }
    }
  }

  private static List<BarGap> gaps(BarHistory merged, Map<Instant, Bar> incoming) {
    List<BarGap> gaps = new ArrayList<>();
    List<Bar> bars = merged.bars();
    for (int i = 1; i < bars.size(); i++) {
      Instant end = bars.get(i - 1).start().plus(merged.barLength());
      Instant start = bars.get(i).start();
      boolean isOurs = incoming.containsKey(start) || incoming.containsKey(bars.get(i - 1).start());
      if (isOurs && end.isBefore(start)) {
        long missing = Math.max(1, Duration.between(end, start).dividedBy(merged.barLength()));
        gaps.add(new BarGap(end, start, missing));
      }
    }
    return gaps;
  }
}
