package dev.maestro.engine.policy.profile;

import dev.maestro.engine.policy.ProfileName;

/**
 * How a profile reads its own numbers; not configurable.
 *
 * @param trendsByDirection true: a trend takes the row of its direction; false: the row of its
 *     volatility, whatever its direction
 * @param highVolatilityAdds true: the HIGH_VOL row comes on top of the regime's; false: the tighter
 *     of both stands
 * @param costsAdd true: high spread and high slippage both raise the confidence; false: once for
 *     either
 */
public record ProfileStyle(
    boolean trendsByDirection, boolean highVolatilityAdds, boolean costsAdd) {
  private static final ProfileStyle BY_DIRECTION = new ProfileStyle(true, false, true);
  private static final ProfileStyle BY_VOLATILITY = new ProfileStyle(false, true, false);

  /** The style of a profile. */
  public static ProfileStyle of(ProfileName profile) {
    return profile == ProfileName.STANDARD ? BY_VOLATILITY : BY_DIRECTION;
  }
}
