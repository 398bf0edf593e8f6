package dev.maestro.engine.policy.rule;

import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.policy.Direction;
import dev.maestro.engine.policy.profile.MarketRow;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.profile.RegimeRow;

/** Rule 2: the row of the profile that the regime asks for. */
final class RegimeRule {
  private RegimeRule() {}

  /**
   * Rule 2: TRENDING by direction or volatility, RANGING and CHOPPY alike, UNKNOWN the tightest.
   */
  static void useRow(PolicyContext situation, PolicyDraft draft) {
    Profile profile = situation.profile();
    switch (situation.inputs().market().regime()) {
      case TRENDING -> useTrendRow(situation, draft);
      case RANGING, CHOPPY -> {
        draft.useRow(profile.row(MarketRow.CHOP));
        draft.note("RANGING market - defensive scalping");
      }
      case UNKNOWN ->
          draft.useRow(
              profile
                  .row(MarketRow.BULL)
                  .tighterOf(profile.row(MarketRow.BEAR))
                  .tighterOf(profile.row(MarketRow.CHOP))
                  .tighterOf(profile.row(MarketRow.NORMAL)));
    }
  }

  private static void useTrendRow(PolicyContext situation, PolicyDraft draft) {
    Profile profile = situation.profile();
    Volatility volatility = situation.inputs().market().volatility();
    if (profile.style().trendsByDirection()) {
      draft.useRow(rowOfDirection(profile, situation.inputs().market().direction()));
    } else if (volatility == Volatility.NORMAL) {
      draft.useRow(profile.row(MarketRow.BULL));
      draft.note("TRENDING + NORMAL_VOL - aggressive trend following");
    } else {
      draft.useRow(rowOfOtherVolatility(profile, volatility));
    }
  }

  /** BULL upwards, BEAR downwards, without direction the tighter of both. */
  private static RegimeRow rowOfDirection(Profile profile, Direction direction) {
    RegimeRow bull = profile.row(MarketRow.BULL);
    RegimeRow bear = profile.row(MarketRow.BEAR);
    return switch (direction) {
      case UP -> bull;
      case DOWN -> bear;
      case NONE -> bull.tighterOf(bear);
    };
  }

  /**
   * Rule 2s: NORMAL. Where configuration made BULL the tighter row in a field, rising volatility
   * must not escape from it.
   */
  private static RegimeRow rowOfOtherVolatility(Profile profile, Volatility volatility) {
    RegimeRow normal = profile.row(MarketRow.NORMAL);
    return volatility == Volatility.LOW ? normal : normal.tighterOf(profile.row(MarketRow.BULL));
  }
}
