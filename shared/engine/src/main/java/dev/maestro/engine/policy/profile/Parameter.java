package dev.maestro.engine.policy.profile;

import static dev.maestro.engine.policy.profile.Category.BASE;
import static dev.maestro.engine.policy.profile.Category.CONFIDENCE;
import static dev.maestro.engine.policy.profile.Category.COSTS;
import static dev.maestro.engine.policy.profile.Category.ENTRY;
import static dev.maestro.engine.policy.profile.Category.EXIT;
import static dev.maestro.engine.policy.profile.Category.LIMITS;
import static dev.maestro.engine.policy.profile.Category.RECOVERY;
import static dev.maestro.engine.policy.profile.Category.RISK;
import static dev.maestro.engine.policy.profile.Category.SYMBOLS;
import static dev.maestro.engine.policy.profile.Category.VOLATILITY;
import static dev.maestro.engine.policy.profile.ValueRule.number;
import static dev.maestro.engine.policy.profile.ValueRule.whole;
import static dev.maestro.engine.policy.profile.ValueRule.word;

import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a profile: name, unit, category, what it may be, and its value in SAFE,
 * AGGRESSIVE and STANDARD. The one table of them.
 *
 * <p>The ranges keep a worse market from ever loosening a policy: what answers bad news multiplies
 * risk by 0 to 1 and adds 0 or more to confidence.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // values are BigDecimals and constants, rules have no state
public enum Parameter {
  /** Confidence a signal needs before anything is added. */
  BASE_CONFIDENCE("base_confidence", "fraction", BASE, number("0", "1"), "0.55 0.45 0.50"),
  /** Risk of a trade before anything is multiplied. */
  BASE_RISK_PCT("base_risk_pct", "% per trade", BASE, number("0", "10"), "0.8 1.2 1.0"),
  /** Loss of the day that ends new trades. */
  DAILY_DD_LIMIT("daily_dd_limit", "%", LIMITS, number("0.01", "100"), "2.5 4.5 3.0"),
  /** Losses in a row that cut risk to 30 %. */
  LOSING_STREAK_LIMIT("losing_streak_limit", "trades", LIMITS, whole(1, 1000), "4 7 5"),
  /** Trades open at once. */
  MAX_OPEN_POSITIONS("max_open_positions", "positions", LIMITS, whole(0, 1000), "5 10 8"),
  /** Notional of all positions, of equity. */
  TOTAL_EXPOSURE_LIMIT("total_exposure_limit", "%", LIMITS, number("0.01", "1000"), "10 20 15"),
  /** From here volatility is EXTREME. */
  EXTREME_VOL_THRESHOLD(
      "extreme_vol_threshold", "ATR/price", VOLATILITY, number("0.0001", "1"), "0.05 0.08 0.06"),
  /** From here volatility is HIGH. */
  HIGH_VOL_THRESHOLD(
      "high_vol_threshold", "ATR/price", VOLATILITY, number("0.0001", "1"), "0.03 0.05 0.04"),
  /** Row BULL. */
  RISK_MULTIPLIER_BULL("risk_multiplier_bull", "x", RISK, number("0", "2"), "0.9 1.3 1"),
  /** Row BEAR. */
  RISK_MULTIPLIER_BEAR("risk_multiplier_bear", "x", RISK, number("0", "2"), "0.3 0.6 1"),
  /** Row HIGH_VOL. */
  RISK_MULTIPLIER_HIGH_VOL("risk_multiplier_high_vol", "x", RISK, number("0", "1"), "0.4 0.8 0.5"),
  /** Row CHOP. */
  RISK_MULTIPLIER_CHOP("risk_multiplier_chop", "x", RISK, number("0", "2"), "0.5 0.7 0.7"),
  /** Row NORMAL. */
  RISK_MULTIPLIER_NORMAL("risk_multiplier_normal", "x", RISK, number("0", "2"), "0.8 1.0 1"),
  /** Share of the risk that each loss in a row takes off. */
  LOSING_STREAK_PER_LOSS("losing_streak_per_loss", "x", RISK, number("0", "1"), "0.15 0.08 0"),
  /** Share of the risk that each percent of drawdown takes off. */
  DRAWDOWN_PER_PCT("drawdown_per_pct", "x", RISK, number("0", "1"), "0.10 0.05 0"),
  /** From 80 % of the exposure limit. */
  HIGH_EXPOSURE("high_exposure", "x", RISK, number("0", "1"), "0.6 0.8 1"),
  /** While the spread is high. */
  HIGH_SPREAD_MULTIPLIER("high_spread_multiplier", "x", RISK, number("0", "1"), "1 1 1"),
  /** While slippage is high. */
  HIGH_SLIPPAGE_MULTIPLIER("high_slippage_multiplier", "x", RISK, number("0", "1"), "1 1 1"),
  /** While volatility is EXTREME. */
  EXTREME_VOL_MULTIPLIER("extreme_vol_multiplier", "x", RISK, number("0", "1"), "1 1 1"),
  /** Row BULL. */
  CONFIDENCE_BULL("confidence_bull", "+", CONFIDENCE, number("-1", "1"), "0 -0.02 -0.03"),
  /** Row BEAR. */
  CONFIDENCE_BEAR("confidence_bear", "+", CONFIDENCE, number("-1", "1"), "0.08 0.05 -0.03"),
  /** Row HIGH_VOL. */
  CONFIDENCE_HIGH_VOL("confidence_high_vol", "+", CONFIDENCE, number("0", "1"), "0.10 0.05 0.03"),
  /** Row CHOP. */
  CONFIDENCE_CHOP("confidence_chop", "+", CONFIDENCE, number("-1", "1"), "0.05 0.02 0.05"),
  /** Row NORMAL. */
  CONFIDENCE_NORMAL("confidence_normal", "+", CONFIDENCE, number("-1", "1"), "0 0 0"),
  /** While the spread is high. */
  HIGH_SPREAD("high_spread", "+", CONFIDENCE, number("0", "1"), "0.03 0.01 0.03"),
  /** While slippage is high. */
  HIGH_SLIPPAGE("high_slippage", "+", CONFIDENCE, number("0", "1"), "0.03 0.01 0.03"),
  /** While liquidity is low. */
  LOW_LIQUIDITY("low_liquidity", "+", CONFIDENCE, number("0", "1"), "0 0 0"),
  /** While volatility is EXTREME. */
  EXTREME_VOL("extreme_vol", "+", CONFIDENCE, number("0", "1"), "0 0 0"),
  /** Row BULL. */
  ENTRY_BIAS_BULL(
      "entry_bias_bull", "mode", ENTRY, word(EntryMode.class), "NORMAL AGGRESSIVE AGGRESSIVE"),
  /** Row BEAR. */
  ENTRY_BIAS_BEAR(
      "entry_bias_bear", "mode", ENTRY, word(EntryMode.class), "DEFENSIVE NORMAL AGGRESSIVE"),
  /** Row HIGH_VOL. */
  ENTRY_BIAS_HIGH_VOL(
      "entry_bias_high_vol", "mode", ENTRY, word(EntryMode.class), "DEFENSIVE NORMAL NORMAL"),
  /** Row CHOP. */
  ENTRY_BIAS_CHOP(
      "entry_bias_chop", "mode", ENTRY, word(EntryMode.class), "DEFENSIVE AGGRESSIVE DEFENSIVE"),
  /** Row NORMAL. */
  ENTRY_BIAS_NORMAL(
      "entry_bias_normal", "mode", ENTRY, word(EntryMode.class), "NORMAL NORMAL NORMAL"),
  /** Row BULL. */
  EXIT_BIAS_BULL(
      "exit_bias_bull",
      "mode",
      EXIT,
      word(ExitMode.class),
      "TREND_FOLLOW TREND_FOLLOW TREND_FOLLOW"),
  /** Row BEAR. */
  EXIT_BIAS_BEAR(
      "exit_bias_bear", "mode", EXIT, word(ExitMode.class), "FAST_TP TREND_FOLLOW TREND_FOLLOW"),
  /** Row HIGH_VOL. */
  EXIT_BIAS_HIGH_VOL(
      "exit_bias_high_vol",
      "mode",
      EXIT,
      word(ExitMode.class),
      "DEFENSIVE_TRAIL TREND_FOLLOW TREND_FOLLOW"),
  /** Row CHOP. */
  EXIT_BIAS_CHOP(
      "exit_bias_chop", "mode", EXIT, word(ExitMode.class), "FAST_TP TREND_FOLLOW FAST_TP"),
  /** Row NORMAL. */
  EXIT_BIAS_NORMAL(
      "exit_bias_normal",
      "mode",
      EXIT,
      word(ExitMode.class),
      "TREND_FOLLOW TREND_FOLLOW TREND_FOLLOW"),
  /** Above it the spread is high. */
  HIGH_SPREAD_BPS("high_spread_bps", "bps", COSTS, number("0", "1000"), "8 15 10"),
  /** Above it slippage is high. */
  HIGH_SLIPPAGE_BPS("high_slippage_bps", "bps", COSTS, number("0", "1000"), "6 12 8"),
  /** For people. */
  COST_SENSITIVITY(
      "cost_sensitivity", "shown", COSTS, word(CostSensitivity.class), "HIGH LOW HIGH"),
  /** A round trip that costs more blocks. */
  MAX_COST_IN_R("max_cost_in_R", "R", COSTS, number("0", "10"), "0.15 0.30 0.30"),
  /** A symbol below it is left out. */
  MIN_WINRATE("min_winrate", "fraction", SYMBOLS, number("0", "1"), "0.45 0.35 0.35"),
  /** A symbol below it is left out. */
  MIN_AVG_R("min_avg_R", "R", SYMBOLS, number("-10", "10"), "0.6 0.3 0.5"),
  /** A symbol with as many losses in a row is left out. */
  BAD_STREAK_LIMIT("bad_streak_limit", "trades", SYMBOLS, whole(1, 1000), "3 5 5"),
  /** A symbol with fewer trades is not judged. */
  MIN_TRADES("min_trades", "trades", SYMBOLS, whole(0, 10000), "10 10 10"),
  /** Raises a risk that later rules cut. */
  RECOVERY_MULTIPLIER("recovery_multiplier", "x", RECOVERY, number("1", "3"), "1.1 1.3 1"),
  /** Wins in a row before it applies; 0: never. */
  RECOVERY_AFTER_STREAK("recovery_after_streak", "wins", RECOVERY, whole(0, 1000), "2 1 0");

  private final String key;
  private final String unit;
  private final Category category;
  private final ValueRule rule;
  private final Object safe;
  private final Object aggressive;
  private final Object standard;

  /** Takes its values in SAFE, AGGRESSIVE and STANDARD, separated by blanks. */
  Parameter(String key, String unit, Category category, ValueRule rule, String columns) {
    this.key = key;
    this.unit = unit;
    this.category = category;
    this.rule = rule;
    List<Object> values =
        Pattern.compile(" ")
            .splitAsStream(columns)
            .map(column -> rule.read().apply(column).orElseThrow())
            .toList();
    this.safe = values.get(0);
    this.aggressive = values.get(1);
    this.standard = values.get(2);
  }

  /** The name under which it is configured. */
  public String key() {
    return key;
  }

  /** For people. */
  public String unit() {
    return unit;
  }

  /** Its group. */
  public Category category() {
    return category;
  }

  /** Its value in a profile: a {@link java.math.BigDecimal} or a constant of its set of words. */
  public Object in(ProfileName profile) {
    return switch (profile) {
      case SAFE -> safe;
      case AGGRESSIVE -> aggressive;
      case STANDARD -> standard;
    };
  }

  /** What it may be, as the end of a sentence. */
  String expectation() {
    return rule.expectation();
  }

  /** Reads a configured value; empty if it may not be that. */
  Optional<Object> read(Object given) {
    return rule.read().apply(given);
  }
}
