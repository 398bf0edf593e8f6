package dev.maestro.engine.metrics;

import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whole numbers that only grow, by family and word. A family or a word that is not there is not
 * known, which is not 0: what counts a thing counts all its other words with 0.
 *
 * @param families each number 0 or more
 */
public record Tallies(SortedMap<String, SortedMap<String, Long>> families) {
  /** Nothing is known. */
  public static final Tallies UNKNOWN = new Tallies(new TreeMap<>());

  private static final Kind<Long> NUMBER =
      Kinds.leaf("a whole number from 0", Tallies::number, number -> number);

  /** The words of one family. */
  static final Kind<SortedMap<String, Long>> WORDS = Kinds.map(NUMBER);

  /** Keeps its own maps. */
  public Tallies {
    SortedMap<String, SortedMap<String, Long>> own = new TreeMap<>();
    families.forEach(
        (family, words) ->
            own.put(family, Collections.unmodifiableSortedMap(new TreeMap<>(words))));
    families = Collections.unmodifiableSortedMap(own);
  }

  /** Every family with every word at 0: what is counted where nothing happened. */
  public static Tallies nothing() {
    return Zeros.ALL;
  }

  /** Put together once: every cycle begins with them. */
  private static final class Zeros {
    static final Tallies ALL = zeros();
  }

  private static Tallies zeros() {
    Tallies all = UNKNOWN;
    for (Counted counted : Counted.values()) {
      all = all.plus(counted.none());
    }
    for (Timed timed : Timed.values()) {
      all = all.plus(timed.none());
    }
    return all;
  }

  /** Both together, word by word. A sum that has no room stays at the largest number. */
  public Tallies plus(Tallies more) {
    SortedMap<String, SortedMap<String, Long>> sums = new TreeMap<>(families);
    more.families.forEach(
        (family, words) -> {
          SortedMap<String, Long> sum = new TreeMap<>(sums.getOrDefault(family, new TreeMap<>()));
          words.forEach((word, number) -> sum.merge(word, number, Tallies::sum));
          sums.put(family, sum);
        });
    return new Tallies(sums);
  }

  /** The words of a family that are known. */
  SortedMap<String, Long> of(String family) {
    return families.getOrDefault(family, Collections.emptySortedMap());
  }

  private static long sum(long first, long second) {
    long sum = first + second;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static Optional<Long> number(Object given) {
    return Kinds.WHOLE.find(given).filter(number -> number >= 0);
  }
}
