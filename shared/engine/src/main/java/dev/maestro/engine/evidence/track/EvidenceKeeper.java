package dev.maestro.engine.evidence.track;

import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.evidence.neutral.BenchmarkCloses;
import dev.maestro.engine.evidence.neutral.MarketBeta;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Carries the evidence of strategies from one closed day to the next. The days whose rows may still
 * change are read each time, from an anchor before them that moves on by a day; so late trades
 * count, and the days before are not read again.
 */
public final class EvidenceKeeper {
  private static final int NAME_LENGTH = 16;

  private final StrategyEvidence evidence;
  private final Optional<BenchmarkCloses> benchmark;
  private final String settings;

  /**
   * Under one configuration.
   *
   * @param benchmark what returns are made neutral against; empty: they count as they are
   */
  public EvidenceKeeper(EvidenceConfig config, Optional<BenchmarkCloses> benchmark) {
    this.evidence = new StrategyEvidence(config);
    this.benchmark = benchmark.filter(known -> config.neutral());
    this.settings =
        Sha256.hex(config + " " + this.benchmark.map(known -> known.symbol().value()).orElse(""))
            .substring(0, NAME_LENGTH);
  }

  /**
   * A day that is closed.
   *
   * @param settled the newest day whose row is written no more
   * @param past names what the journal says of the days up to that one
   * @param isUnmarked true: of none of them it is known what was open
   */
  public record Closing(LocalDate day, LocalDate settled, String past, boolean isUnmarked) {}

  /** True if a track was made under these settings. */
  public boolean isOurs(EvidenceTrack track) {
    return track.settings().equals(settings);
  }

  /**
   * The track after a closed day.
   *
   * @param before the track of the closed day before; empty: there is none
   * @param anchor to go on from; empty: the days given are all there are
   * @param days after the anchor, or all; oldest first
   * @param version of the strategy; empty if it names none
   */
  public EvidenceTrack next(
      Optional<EvidenceTrack> before,
      Optional<EvidenceAnchor> anchor,
      List<ExposedDay> days,
      String version,
      Closing closing) {
    Optional<LocalDate> since = since(before, version, closing.day());
    Walk walk =
        anchor
            .map(known -> new Walk(known.state(), known.beta()))
            .orElseGet(
                () -> new Walk(evidence.start(since.isEmpty() ? version : ""), MarketBeta.START));
    LocalDate settled = closing.settled();
    for (ExposedDay one : days) {
      if (!one.date().isAfter(settled)) {
        walk.take(one, since, version);
      }
    }
    walk.reach(settled, since, version);
    EvidenceAnchor next =
        new EvidenceAnchor(settled, closing.past(), closing.isUnmarked(), walk.state, walk.beta);
    for (ExposedDay one : days) {
      if (one.date().isAfter(settled)) {
        walk.take(one, since, version);
      }
    }
    walk.reach(closing.day(), since, version);
    return new EvidenceTrack(settings, next, version, since, evidence.opinion(walk.state));
  }

  /** A version that is seen for the first time is in force since the day that is closed. */
  private static Optional<LocalDate> since(
      Optional<EvidenceTrack> before, String version, LocalDate day) {
    return before.isEmpty() || before.get().version().equals(version)
        ? before.flatMap(EvidenceTrack::versionSince)
        : Optional.of(day);
  }

  /** One walk over the days. */
  private final class Walk {
    private EvidenceState state;
    private MarketBeta beta;

    Walk(EvidenceState state, MarketBeta beta) {
      this.state = state;
      this.beta = beta;
    }

    void reach(LocalDate day, Optional<LocalDate> since, String version) {
      if (since.filter(first -> !day.isBefore(first)).isPresent()) {
        state = evidence.under(state, version);
      }
    }

    void take(ExposedDay day, Optional<LocalDate> since, String version) {
      reach(day.date(), since, version);
      OptionalDouble counted = counted(day);
      if (counted.isPresent()) {
        state = evidence.next(state, counted.getAsDouble());
      }
    }

    /** Until a beta is known nothing is taken off, so nothing has to be known. */
    private OptionalDouble counted(ExposedDay day) {
      if (benchmark.isEmpty()) {
        return OptionalDouble.of(day.dayReturn());
      }
      OptionalDouble market = benchmark.get().dayReturn(day.date());
      OptionalDouble counted =
          beta.isSilent()
              ? OptionalDouble.of(day.dayReturn())
              : beta.neutral(day.dayReturn(), market);
      if (market.isPresent()) {
        beta = beta.after(day.dayReturn(), market.getAsDouble());
      }
      return counted;
    }
  }
}
