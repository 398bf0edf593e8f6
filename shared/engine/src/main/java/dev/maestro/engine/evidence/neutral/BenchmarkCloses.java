package dev.maestro.engine.evidence.neutral;

import dev.maestro.engine.name.Symbol;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest closes of a benchmark by UTC day: bars reach back hours, betas need days.
 *
 * @param closes above 0, at most {@value #MOST_KEPT}; a day without a bar is absent
 */
public record BenchmarkCloses(Symbol symbol, SortedMap<LocalDate, Double> closes) {
  /** So many days are kept: those whose rows may still change, and more. */
  public static final int MOST_KEPT = 60;

  /** A weekend and a holiday lie between two closes; more is a hole. */
  private static final int LONGEST_GAP_DAYS = 4;

  /** Keeps its own map, the newest days of it. */
  public BenchmarkCloses {
    TreeMap<LocalDate, Double> newest = new TreeMap<>(closes);
    newest.values().removeIf(close -> !(close > 0 && Double.isFinite(close)));
    while (newest.size() > MOST_KEPT) {
      newest.pollFirstEntry();
    }
    closes = Collections.unmodifiableSortedMap(newest);
  }

  /** None yet. */
  public static BenchmarkCloses none(Symbol symbol) {
    return new BenchmarkCloses(symbol, new TreeMap<>());
  }

  /** These, and the closes of some days in place of what was known of them. */
  public BenchmarkCloses with(SortedMap<LocalDate, Double> more) {
    SortedMap<LocalDate, Double> all = new TreeMap<>(closes);
    all.putAll(more);
    return new BenchmarkCloses(symbol, all);
  }

  /** The return of a day, a fraction; empty where it or the close before it is not known. */
  public OptionalDouble dayReturn(LocalDate day) {
    Optional<Double> close = Optional.ofNullable(closes.get(day));
    Optional<Double> before =
        closes.subMap(day.minusDays(LONGEST_GAP_DAYS), day).values().stream()
            .reduce((older, newer) -> newer);
    return close.isEmpty() || before.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(close.get() / before.get() - 1);
  }
}
