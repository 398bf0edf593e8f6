package dev.maestro.engine.evidence;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.evidence.claim.ClaimSettings;
import dev.maestro.engine.evidence.filter.FilterSettings;
import dev.maestro.engine.evidence.filter.ModeThresholds;
import dev.maestro.engine.form.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The settings of a strategy's evidence; immutable and valid.
 *
 * @param filter of the expected Sharpe ratio
 * @param modes at which expected Sharpe ratio the mode changes
 * @param claim of the words
 * @param neutral true: returns count without what the benchmark did
 */
public record EvidenceConfig(
    FilterSettings filter, ModeThresholds modes, ClaimSettings claim, boolean neutral) {

  /** The newest days with exposure that a record is read from. */
  public static final int MOST_DAYS = 756;

  /** All defaults. */
  public static final EvidenceConfig DEFAULTS = of(Fields.EMPTY);

  /**
   * Reads a configuration.
   *
   * @param values by the names of the specification: {@code prior_mean}, {@code alpha}, ...
   * @throws InvalidConfigurationException with all errors at once
   */
  public static EvidenceConfig of(Fields values) {
    ConfigReader read = new ConfigReader(values);
    Supplier<FilterSettings> filter = filter(read);
    Supplier<ModeThresholds> modes = modes(read);
    Supplier<ClaimSettings> claim = claim(read);
    boolean neutral = read.flag("neutral", false);
    return read.build(() -> whole(filter, modes, claim, neutral));
  }

  private static Supplier<FilterSettings> filter(ConfigReader read) {
    double priorMean = number(read, "prior_mean", "0.3");
    double priorSd = number(read, "prior_sd", "1");
    int changeEvery = read.integer("change_every", 504);
    double redrawMean = number(read, "redraw_mean", "-0.5");
    double redrawSd = number(read, "redraw_sd", "1");
    int warmUp = read.integer("warm_up", 5);
    double clip = number(read, "clip", "2.5");
    double halfLife = number(read, "volatility_half_life", "40");
    return () ->
        new FilterSettings(
            priorMean, priorSd, changeEvery, redrawMean, redrawSd, warmUp, clip, halfLife);
  }

  private static Supplier<ModeThresholds> modes(ConfigReader read) {
    double shadowBelow = number(read, "shadow_below", "0");
    double leaveShadowAt = number(read, "leave_shadow_at", "0.15");
    double reduceBelow = number(read, "reduce_below", "0.25");
    double activeAt = number(read, "active_at", "0.35");
    return () -> new ModeThresholds(shadowBelow, leaveShadowAt, reduceBelow, activeAt);
  }

  private static Supplier<ClaimSettings> claim(ConfigReader read) {
    double claim = number(read, "claim", "1.5");
    double dead = number(read, "dead", "-2");
    double alpha = number(read, "alpha", "0.05");
    int agentsTried = read.integer("agents_tried", 1);
    int periodsPerYear = read.integer("periods_per_year", 252);
    return () -> new ClaimSettings(claim, dead, alpha, agentsTried, periodsPerYear);
  }

  private static double number(ConfigReader read, String key, String fallback) {
    BigDecimal decimal = read.decimal(key, fallback);
    return decimal.doubleValue();
  }

  private static EvidenceConfig whole(
      Supplier<FilterSettings> filter,
      Supplier<ModeThresholds> modes,
      Supplier<ClaimSettings> claim,
      boolean neutral) {
    List<String> errors = new ArrayList<>();
    Optional<FilterSettings> filterPart = part(filter, errors);
    Optional<ModeThresholds> modesPart = part(modes, errors);
    Optional<ClaimSettings> claimPart = part(claim, errors);
    if (!errors.isEmpty()) {
      throw new InvalidConfigurationException(errors);
    }
    return new EvidenceConfig(
        filterPart.orElseThrow(), modesPart.orElseThrow(), claimPart.orElseThrow(), neutral);
  }

  private static <T> Optional<T> part(Supplier<T> construction, List<String> errors) {
    try {
      return Optional.of(construction.get());
    } catch (InvalidConfigurationException broken) {
      errors.addAll(broken.errors());
      return Optional.empty();
    }
  }
}
