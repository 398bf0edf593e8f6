package dev.maestro.engine.policy.stability;

import dev.maestro.engine.policy.Tightness;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.Locale;
import java.util.function.BiPredicate;

/** The fields of a policy that are loosened one by one, each with what looser means there. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates have no state
public enum PolicyField {
  /** allow_new_trades and risk_profile, as one. */
  GATE((next, current) -> Tightness.isLooser(next.riskProfile(), current.riskProfile())),
  /** max_risk_pct; values within 1e-9 are equal. */
  RISK(PolicyField::hasMoreRisk),
  /** min_confidence; values within 1e-9 are equal. */
  CONFIDENCE(PolicyField::asksForLessConfidence),
  /** entry_mode. */
  ENTRY((next, current) -> Tightness.isLooser(next.entryMode(), current.entryMode())),
  /** exit_mode. */
  EXIT((next, current) -> Tightness.isLooser(next.exitMode(), current.exitMode())),
  /** max_positions. */
  POSITIONS((next, current) -> next.maxPositions() > current.maxPositions()),
  /** The disallowed symbols; looser as soon as one of them is dropped. */
  SYMBOLS((next, current) -> !next.disallowedSymbols().containsAll(current.disallowedSymbols()));

  private static final double NOISE = 1e-9;

  private final BiPredicate<TradingPolicy, TradingPolicy> looser;

  PolicyField(BiPredicate<TradingPolicy, TradingPolicy> looser) {
    this.looser = looser;
  }

  /** True if the field of {@code next} is looser than that of {@code current}. */
  public boolean isLooser(TradingPolicy next, TradingPolicy current) {
    return looser.test(next, current);
  }

  /** In lower case, as it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean hasMoreRisk(TradingPolicy next, TradingPolicy current) {
    return next.maxRisk().value() > current.maxRisk().value() + NOISE;
  }

  private static boolean asksForLessConfidence(TradingPolicy next, TradingPolicy current) {
    return next.minConfidence().value() < current.minConfidence().value() - NOISE;
  }
}
