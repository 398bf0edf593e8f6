package dev.maestro.engine.policy.rule;

import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.profile.PolicySettings;
import java.time.Instant;
import java.util.List;

/**
 * Decides what may be traded now, and how. The result is a candidate: {@code policy.stability} says
 * when it comes into force.
 */
public final class PolicyEngine {
  /** Rules 0 to 18 of the specification; the order decides the notes and nothing else. */
  private static final List<Rule> RULES =
      List.of(
          RequiredInputsRule::closeWithoutData,
          GlobalPolicyRules::defend,
          RegimeRule::useRow,
          VolatilityRules::reduceWhenHigh,
          VolatilityRules::blockWhenExtreme,
          LossRules::blockAtDailyLoss,
          LossRules::reducePerLoss,
          LossRules::reducePerDrawdown,
          LossRules::reduceOnLosingStreak,
          CapacityRules::blockAtMaxPositions,
          CapacityRules::limitExposure,
          MarketQualityRules::filterAtHighCosts,
          MarketQualityRules::raiseAtLowLiquidity,
          MarketQualityRules::blockAtCostInR,
          MarketQualityRules::raiseAtLowQuality,
          SymbolRule::excludePoorPerformers,
          LossRules::recoverAfterWins,
          GlobalPolicyRules::limit,
          KillSwitchRule::block);

  private PolicyEngine() {}

  /** Evaluates the rules on one set of inputs. */
  public static TradingPolicy evaluate(PolicyInputs inputs, PolicySettings settings, Instant now) {
    PolicyContext situation = PolicyContext.of(inputs, settings);
    PolicyDraft draft = new PolicyDraft(settings.profile());
    for (Rule rule : RULES) {
      rule.apply(situation, draft);
    }
    return draft.finish(settings.symbolsDefault(), now);
  }

  /** One rule: looks at the situation and tightens the draft. */
  private interface Rule {
    void apply(PolicyContext situation, PolicyDraft draft);
  }
}
