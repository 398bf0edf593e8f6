package dev.maestro.engine.meta.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.HealthSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every combination of the values around every threshold, unknown ones included. */
class RiskModeLawsTest {
  /**
   * The values of one signal.
   *
   * @param fromBest changes a sample to each known value, best to worst
   * @param silent changes it to the value that votes for nothing
   * @param unknown changes it to no value
   */
  private record Signal(
      List<UnaryOperator<HealthSample>> fromBest,
      UnaryOperator<HealthSample> silent,
      UnaryOperator<HealthSample> unknown) {

    static <T> Signal of(
        BiFunction<HealthSample, T, HealthSample> with, List<T> fromBest, T silent, T unknown) {
      List<UnaryOperator<HealthSample>> changes = new ArrayList<>();
      fromBest.forEach(value -> changes.add(sample -> with.apply(sample, value)));
      return new Signal(
          changes, sample -> with.apply(sample, silent), sample -> with.apply(sample, unknown));
    }
  }

  private static final List<Signal> SIGNALS =
      List.of(
          Signal.of(HealthSample::withDrawdown, List.of(2.0, 2.1, 4.9, 5.0, 7.0), 2.1, Double.NaN),
          Signal.of(HealthSample::withWinRate, List.of(0.60, 0.59, 0.45, 0.44), 0.45, Double.NaN),
          Signal.of(HealthSample::withSlope, List.of(1.1, 1.0, -0.5, -0.6), 1.0, Double.NaN),
          Signal.of(HealthSample::withLosses, List.of(4, 5), 4, -1),
          Signal.of(HealthSample::withDays, List.of(2, 3), 2, -1),
          Signal.of(
              (HealthSample sample, Volatility value) -> sample.with(value),
              List.of(Volatility.LOW, Volatility.NORMAL, Volatility.HIGH, Volatility.EXTREME),
              Volatility.NORMAL,
              Volatility.UNKNOWN),
          Signal.of(
              (HealthSample sample, HealthRegime value) -> sample.with(value),
              List.of(
                  HealthRegime.BULL_TRENDING,
                  HealthRegime.BEAR_TRENDING,
                  HealthRegime.RANGING,
                  HealthRegime.CHOPPY,
                  HealthRegime.LOW_LIQUIDITY),
              HealthRegime.RANGING,
              HealthRegime.UNKNOWN));

  private static final Map<HealthSample, RiskMode> LONG_ONLY = compute(false);
  private static final Map<HealthSample, RiskMode> WITH_SHORTS = compute(true);

  private static Map<HealthSample, RiskMode> everyMode(boolean allowShorts) {
    return allowShorts ? WITH_SHORTS : LONG_ONLY;
  }

  private static Map<HealthSample, RiskMode> compute(boolean allowShorts) {
    List<HealthSample> samples = List.of(HealthSample.NEUTRAL);
    for (Signal signal : SIGNALS) {
      List<HealthSample> product = new ArrayList<>();
      for (HealthSample sample : samples) {
        signal.fromBest().forEach(change -> product.add(change.apply(sample)));
        product.add(signal.unknown().apply(sample));
      }
      samples = product;
    }
    Map<HealthSample, RiskMode> modes = new HashMap<>();
    for (HealthSample sample : samples) {
      modes.put(sample, RiskAssessment.of(sample.health(), allowShorts).mode());
    }
    return modes;
  }

  private static RiskMode mode(Map<HealthSample, RiskMode> modes, HealthSample sample) {
    return Optional.ofNullable(modes.get(sample)).orElseThrow();
  }

  private static void assertNotLooser(
      Map<HealthSample, RiskMode> modes, HealthSample before, HealthSample after) {
    if (mode(modes, before).isTighterThan(mode(modes, after))) {
      fail("%s is looser than %s", after, before);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_worse_figure_never_gives_a_looser_mode(boolean allowShorts) {
    Map<HealthSample, RiskMode> modes = everyMode(allowShorts);
    for (HealthSample sample : modes.keySet()) {
      for (Signal signal : SIGNALS) {
        for (int i = 1; i < signal.fromBest().size(); i++) {
          assertNotLooser(
              modes,
              signal.fromBest().get(i - 1).apply(sample),
              signal.fromBest().get(i).apply(sample));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void an_unknown_figure_never_gives_a_looser_mode_than_one_that_does_not_vote_against(
      boolean allowShorts) {
    Map<HealthSample, RiskMode> modes = everyMode(allowShorts);
    for (HealthSample sample : modes.keySet()) {
      for (Signal signal : SIGNALS) {
        HealthSample unknown = signal.unknown().apply(sample);
        assertNotLooser(modes, signal.fromBest().get(0).apply(sample), unknown);
        assertNotLooser(modes, signal.silent().apply(sample), unknown);
        if (mode(modes, unknown) == RiskMode.AGGRESSIVE) {
          fail("%s is AGGRESSIVE", unknown);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aggressive_needs_everything_known_and_nothing_against_it(boolean allowShorts) {
    everyMode(allowShorts)
        .forEach(
            (sample, mode) -> {
              if (mode == RiskMode.AGGRESSIVE) {
                assertThat(RiskAssessment.of(sample.health(), allowShorts).votes())
                    .as(sample.toString())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(vote -> vote.effect() == Vote.Effect.AGGRESSIVE);
              }
            });
  }
}
