package dev.maestro.engine.tenant.shown;

import dev.maestro.engine.evidence.EvidenceConfigForm;
import dev.maestro.engine.form.View;
import dev.maestro.engine.limit.LimitsConfig;
import dev.maestro.engine.meta.MetaConfigForm;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import dev.maestro.engine.policy.stability.StabilityConfig;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.tenant.CapitalSettings;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantConfig.Conduct;
import dev.maestro.engine.tenant.TenantConfig.Market;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.weights.WeightsConfigForm;
import java.util.Map;

/**
 * What is shown of each section, under the names by which it is set: what is shown can be stored
 * again and means the same.
 */
final class SectionViews {
  private static final View<ThrottleConfig> THROTTLE =
      View.<ThrottleConfig>empty()
          .with("max_drawdown", ThrottleConfig::maxDrawdown)
          .with("shadow_below", ThrottleConfig::shadowBelow)
          .with("reduce_below", ThrottleConfig::reduceBelow)
          .with("min_data_points", ThrottleConfig::minDataPoints)
          .with("new_strategy_mode", ThrottleConfig::newStrategyMode)
          .with("performance_lookback_days", ThrottleConfig::lookbackDays)
          .with("periods_per_year", ThrottleConfig::periodsPerYear)
          .with("risk_free_rate", ThrottleConfig::riskFreeRate)
          .with("base_capital", ThrottleConfig::baseCapital)
          .with("method", ThrottleConfig::method);

  private static final View<SystemicConfig> SYSTEMIC =
      View.<SystemicConfig>empty()
          .with("systemic_sell_threshold", SystemicConfig::sellThreshold)
          .with("count_shadow_signals", SystemicConfig::countShadowSignals);

  private static final View<StabilityConfig> STABILITY =
      View.<StabilityConfig>empty()
          .with("policy_update_interval", stability -> stability.updateInterval().toSeconds())
          .with("loosen_confirmations", StabilityConfig::loosenConfirmations)
          .with("steady_confirmations", StabilityConfig::steadyConfirmations);

  private static final View<Market> MARKET =
      View.<Market>empty()
          .with("benchmark_symbol", Market::benchmark)
          .with("bar_minutes", market -> market.barLength().toMinutes())
          .with("symbols", Market::symbols)
          .with("symbols_default", Market::symbolsDefault);

  private static final View<Conduct> CYCLE =
      View.<Conduct>empty()
          .with("vix_check", cycle -> cycle.vixHalveAbove().isPresent())
          .with("vix_halve_above", Conduct::vixHalveAbove)
          .with("exit_scope", cycle -> cycle.isExitScopeAccount() ? "ACCOUNT" : "STRATEGY")
          .with("ensemble_input", Conduct::readsEnsemble);

  private static final View<Conduct> DECISIONS =
      View.<Conduct>empty()
          .with("keep_inputs_days", cycle -> cycle.keepInputs().toDays())
          .with("keep_days", cycle -> cycle.keepLogs().toDays());

  private static final View<PaperConfig> PAPER =
      View.<PaperConfig>empty()
          .with("slippage_bps", PaperConfig::slippageBps)
          .with("fee_bps", PaperConfig::feeBps)
          .with("order_minutes", PaperConfig::orderMinutes);

  private SectionViews() {}

  /** The settings of a section by key, in their order; null where one is not set. */
  static Map<String, Object> of(String section, TenantConfig config) {
    return switch (section) {
      case "weights" -> WeightsConfigForm.VIEW.write(config.weights());
      case "throttle" -> THROTTLE.write(config.throttle());
      case "evidence" -> EvidenceConfigForm.VIEW.write(config.evidence());
      case "systemic" -> SYSTEMIC.write(config.systemic());
      case "meta" -> MetaConfigForm.VIEW.write(config.meta());
      case "stability" -> STABILITY.write(config.stability());
      case "profile" -> profile().write(config.profile());
      case "market" -> MARKET.write(config.market());
      case "cycle" -> CYCLE.write(config.conduct());
      case "capital" -> CapitalSettings.VIEW.write(config.capital());
      case "paper" -> PAPER.write(config.paper());
      case "decisions" -> DECISIONS.write(config.conduct());
      case "limits" -> LimitsConfig.VIEW.write(config.limits());
      default -> throw new IllegalArgumentException("there is no section " + section);
    };
  }

  private static View<ResolvedProfile> profile() {
    View<ResolvedProfile> view =
        View.<ResolvedProfile>empty().with("profile", resolved -> resolved.profile().name());
    for (Parameter parameter : Parameter.values()) {
      view = view.with(parameter.key(), resolved -> resolved.profile().value(parameter));
    }
    return view;
  }
}
