package dev.maestro.engine.archive;

import dev.maestro.engine.archive.value.Component;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.systemic.AnsweredCheck;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A stored cycle under other settings: a section that is given takes the place of the one that was
 * in force, whole, as in {@code tenant config}; all others stay. What came before the cycle stays
 * as it was: signals, weights, the ledger with what it holds, and what was remembered.
 */
public final class OtherConfig {
  private final Fields sections;

  /**
   * Of these sections.
   *
   * @param sections as a configuration is written
   */
  public OtherConfig(Fields sections) {
    this.sections = sections;
  }

  /**
   * The cycle under them.
   *
   * @throws dev.maestro.engine.config.InvalidConfigurationException with all errors of all sections
   */
  public CycleArchive of(CycleArchive was) {
    TenantConfig config = TenantConfig.of(sections, tenant(was), Map.of());
    return new CycleArchive(
        was.policy().map(asked -> policy(asked, config)),
        was.given(),
        was.occasion(),
        was.team(),
        sections.has("capital") ? funds(was.funds(), config) : was.funds(),
        was.risk(),
        settings(was.settings(), config));
  }

  private static Tenant tenant(CycleArchive was) {
    ZoneId zone = was.policy().map(asked -> asked.stabilityConfig().zone()).orElse(ZoneOffset.UTC);
    return new Tenant(
        was.occasion().tenant(),
        was.occasion().tenant().value(),
        true,
        was.settings().throttle().baseCapital(),
        zone,
        new Uid("nobody"));
  }

  private PolicyStage.Input policy(PolicyStage.Input was, TenantConfig config) {
    PolicySettings old = was.settings();
    PolicySettings settings =
        new PolicySettings(
            sections.has("profile") ? config.profile().profile() : old.profile(),
            sections.has("meta") ? config.meta().enabled() : old.isGlobalPolicyEnabled(),
            sections.has("market") ? config.market().symbolsDefault() : old.symbolsDefault());
    return new PolicyStage.Input(
        was.meta(),
        was.health(),
        was.candidates(),
        sections.has("meta") ? config.meta() : was.metaConfig(),
        was.inputs(),
        settings,
        was.stability(),
        sections.has("stability") ? config.stability() : was.stabilityConfig(),
        was.control(),
        was.moment());
  }

  private CycleSettings settings(CycleSettings was, TenantConfig config) {
    CycleSettings other = config.cycleSettings(was.engineVersion());
    CycleSettings changed = was;
    if (sections.has("throttle")) {
      changed = Component.with(changed, "throttle", other.throttle());
    }
    if (sections.has("systemic")) {
      changed = Component.with(changed, "systemic", other.systemic());
    }
    if (sections.has("profile")) {
      changed = Component.with(changed, "totalExposureLimitPct", other.totalExposureLimitPct());
    }
    if (sections.has("weights") || sections.has("capital")) {
      changed = Component.with(changed, "unknownWeight", other.unknownWeight());
    }
    if (sections.has("cycle")) {
      changed = Component.with(changed, "riskChecks", checks(was, other));
      changed = Component.with(changed, "isExitScopeAccount", other.isExitScopeAccount());
    }
    return Component.with(changed, "configHash", other.configHash());
  }

  /** What loaded checks answered stays: they cannot be asked again. */
  private static List<RiskCheck> checks(CycleSettings was, CycleSettings other) {
    List<RiskCheck> checks = new ArrayList<>(other.riskChecks());
    was.riskChecks().stream().filter(AnsweredCheck.class::isInstance).forEach(checks::add);
    return checks;
  }

  private static CycleInput.Funds funds(CycleInput.Funds was, TenantConfig config) {
    return Component.with(
        was,
        "ledger",
        was.ledger()
            .map(LedgerChanges::ledger)
            .map(
                kept ->
                    new TenantLedger(
                        kept.ledger(), kept.owners(), config.capital().config(), kept.totals()))
            .map(LedgerChanges::none));
  }
}
