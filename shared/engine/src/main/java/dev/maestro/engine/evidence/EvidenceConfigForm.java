package dev.maestro.engine.evidence;

import dev.maestro.engine.form.View;

/** How the settings of a strategy's evidence are shown: under the names by which they are set. */
public final class EvidenceConfigForm {
  /** All settings. */
  public static final View<EvidenceConfig> VIEW =
      View.<EvidenceConfig>empty()
          .with("prior_mean", config -> config.filter().priorMean())
          .with("prior_sd", config -> config.filter().priorSd())
          .with("change_every", config -> config.filter().changeEvery())
          .with("redraw_mean", config -> config.filter().redrawMean())
          .with("redraw_sd", config -> config.filter().redrawSd())
          .with("warm_up", config -> config.filter().warmUp())
          .with("clip", config -> config.filter().clip())
          .with("volatility_half_life", config -> config.filter().volatilityHalfLife())
          .with("shadow_below", config -> config.modes().shadowBelow())
          .with("leave_shadow_at", config -> config.modes().leaveShadowAt())
          .with("reduce_below", config -> config.modes().reduceBelow())
          .with("active_at", config -> config.modes().activeAt())
          .with("claim", config -> config.claim().claim())
          .with("dead", config -> config.claim().dead())
          .with("alpha", config -> config.claim().alpha())
          .with("agents_tried", config -> config.claim().agentsTried())
          .with("periods_per_year", config -> config.claim().periodsPerYear())
          .with("neutral", config -> config.neutral());

  private EvidenceConfigForm() {}
}
