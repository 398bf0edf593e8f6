package dev.maestro.embedded.conduct;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Situations with one part replaced. */
final class Changed {
  private Changed() {}

  static Situation account(Situation old, AccountState account) {
    return of(
        old, old.tenant(), old.sentSignals(), Optional.of(account), old.newTrades(), old.faults());
  }

  static Situation signals(Situation old, SortedMap<StrategyId, Object> signals) {
    return of(old, old.tenant(), signals, old.account(), old.newTrades(), old.faults());
  }

  static Situation trades(Situation old, List<ClosedTrade> closed) {
    return of(old, old.tenant(), old.sentSignals(), old.account(), closed, old.faults());
  }

  static Situation faults(Situation old, Situation.Fault... faults) {
    return of(
        old, old.tenant(), old.sentSignals(), old.account(), old.newTrades(), List.of(faults));
  }

  static Situation tenant(Situation old, Tenant tenant) {
    return of(old, tenant, old.sentSignals(), old.account(), old.newTrades(), old.faults());
  }

  private static Situation of(
      Situation old,
      Tenant tenant,
      SortedMap<StrategyId, Object> signals,
      Optional<AccountState> account,
      List<ClosedTrade> newTrades,
      List<Situation.Fault> faults) {
    return new Situation(
        tenant,
        old.config(),
        old.strategies(),
        signals,
        old.performance(),
        old.stats(),
        newTrades,
        account,
        old.stability(),
        old.meta(),
        old.control(),
        old.vix(),
        old.markets(),
        old.ensemble(),
        old.weights(),
        old.chain(),
        old.lastDone(),
        faults,
        old.inputHash(),
        old.versions());
  }
}
