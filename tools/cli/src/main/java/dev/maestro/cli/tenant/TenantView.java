package dev.maestro.cli.tenant;

import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.View;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantForm;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a tenant.
 *
 * @param config in force; empty if there is none, or none that can be read
 * @param warnings what a person should look at
 */
record TenantView(
    Tenant tenant,
    Control control,
    Optional<ConfigInForce> config,
    List<Member> members,
    List<RegisteredStrategy> strategies,
    List<String> warnings) {
  /** The kill switch, and who threw it when. */
  record Control(
      TradingState state, Optional<String> reason, Optional<String> by, Optional<Instant> at) {}

  private static final View<Control> CONTROL =
      View.<Control>empty()
          .with("state", Control::state)
          .with("reason", Control::reason)
          .with("by", Control::by)
          .with("at", Control::at);

  private static final View<TenantView> CONFIG =
      View.<TenantView>empty()
          .with("version", view -> view.config.map(ConfigInForce::version))
          .with("is_fallback", view -> view.config.map(ConfigInForce::isFallback))
          .with("hash", view -> view.config.map(reading -> reading.config().hash()));

  /** For programs; amounts are texts. */
  static final View<TenantView> JSON =
      View.<TenantView>empty()
          .with("tenant", view -> view.tenant.id())
          .all(TenantForm.FACTS, TenantView::tenant)
          .with("base_capital", view -> view.tenant.baseCapital().toPlainString())
          .with("control", view -> CONTROL.write(view.control))
          .with("config", CONFIG::write)
          .with("members", view -> view.members.stream().map(MemberForm.LISTED::write).toList())
          .with(
              "strategies",
              view -> view.strategies.stream().map(RegisteredStrategyForm.LISTED::write).toList())
          .with("warnings", TenantView::warnings);

  /** Keeps its own lists. */
  TenantView {
    members = List.copyOf(members);
    strategies = List.copyOf(strategies);
    warnings = List.copyOf(warnings);
  }
}
