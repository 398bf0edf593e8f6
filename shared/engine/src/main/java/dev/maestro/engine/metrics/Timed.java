package dev.maestro.engine.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The histograms: what each is called, and what of a cycle it measures. */
public enum Timed {
  /** From the start of a cycle, reading included, until its global policy was evaluated. */
  EVALUATION_TIMES(
      "msc_ai_evaluation_duration_seconds",
      "From the start of a cycle until its global policy was evaluated."),
  /** From the start of a cycle to its commit. */
  CYCLE_TIMES("maestro_cycle_duration_seconds", "From the start of a decided cycle to its commit.");

  private static final String SUM = "sum_ms";

  private final String metric;
  private final String help;

  Timed(String metric, String help) {
    this.metric = metric;
    this.help = help;
  }

  /** Its name for Prometheus. */
  public String metric() {
    return metric;
  }

  /** One sentence for whoever reads the figures. */
  public String help() {
    return help;
  }

  /** What is known of it; empty unless all its buckets and the sum are known. */
  public Optional<Durations> in(Tallies counts) {
    SortedMap<String, Long> known = counts.of(family());
    List<Long> buckets =
        Stream.of(TimeBucket.values())
            .flatMap(bucket -> Stream.ofNullable(known.get(bucket.word())))
            .toList();
    return Optional.ofNullable(known.get(SUM))
        .filter(sum -> buckets.size() == TimeBucket.values().length)
        .map(sum -> new Durations(buckets, Duration.ofMillis(sum)));
  }

  /** Every bucket at 0. */
  Tallies none() {
    return counts(zeros());
  }

  /** One that took so long. */
  Tallies one(Duration took) {
    SortedMap<String, Long> one = new TreeMap<>();
    one.put(TimeBucket.of(took).word(), 1L);
    one.put(SUM, Math.max(0, took.toMillis()));
    return counts(one);
  }

  private String family() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Tallies counts(SortedMap<String, Long> numbers) {
    SortedMap<String, SortedMap<String, Long>> family = new TreeMap<>();
    family.put(family(), numbers);
    return new Tallies(family);
  }

  private static SortedMap<String, Long> zeros() {
    SortedMap<String, Long> zeros = new TreeMap<>();
    Stream.of(TimeBucket.values()).forEach(bucket -> zeros.put(bucket.word(), 0L));
    zeros.put(SUM, 0L);
    return zeros;
  }
}
