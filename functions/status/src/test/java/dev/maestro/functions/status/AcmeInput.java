package dev.maestro.functions.status;

import dev.maestro.embedded.conduct.OneSlot;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.cycle.input.StrategySelection;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a decision of acme was decided from: a BUY of momentum, under a policy that is closed. */
final class AcmeInput {
  private AcmeInput() {}

  static KeptInput of(Instant now) {
    Uid owner = new Uid("admin");
    Tenant tenant =
        new Tenant(
            new TenantId("acme"), "Acme", true, new BigDecimal("10000"), ZoneOffset.UTC, owner);
    TenantFacts facts =
        new TenantFacts(
            tenant,
            TenantConfig.of(Fields.EMPTY, tenant, Map.of()),
            List.of(RegisteredStrategy.live(new StrategyId("momentum"), owner)),
            TradingControl.INITIAL);
    Map<String, Object> signal =
        Map.of("action", "BUY", "symbol", "AAPL", "allocation", "0.5", "confidence", "0.58");
    Situation situation =
        Situation.first(facts, now)
            .with(List.of(SentSignal.at(now, new StrategyName("momentum"), Optional.of(signal))));
    PolicyStage.Outcome closed =
        PolicyStage.Outcome.given(
            TradingPolicy.closed(SymbolsDefault.ALLOW, "a test", now, ProfileName.SAFE),
            new StrategySelection.All(),
            now);
    Conclusion decided =
        OneSlot.conduct(situation, Slot.of(now), now, (known, market, moment) -> closed);
    return ((Conclusion.Decided) decided).commit().input().orElseThrow();
  }
}
