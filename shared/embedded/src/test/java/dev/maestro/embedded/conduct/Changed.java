package dev.maestro.embedded.conduct;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.SymbolMarket;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Situations with one part replaced. */
public final class Changed {
  private Changed() {}

  /** Another account. */
  public static Situation account(Situation old, AccountState account) {
    return of(
        old, old.tenant(), old.sentSignals(), Optional.of(account), old.newTrades(), old.faults());
  }

  /** Other strategies. */
  public static Situation strategies(Situation old, List<RegisteredStrategy> strategies) {
    return of(
        old,
        old.tenant(),
        strategies,
        old.sentSignals(),
        old.account(),
        old.markets(),
        old.newTrades(),
        old.faults());
  }

  /** Other markets. */
  public static Situation markets(Situation old, Map<String, SymbolMarket> markets) {
    return of(
        old,
        old.tenant(),
        old.strategies(),
        old.sentSignals(),
        old.account(),
        markets,
        old.newTrades(),
        old.faults());
  }

  static Situation signals(Situation old, SortedMap<String, Object> signals) {
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
      SortedMap<String, Object> signals,
      Optional<AccountState> account,
      List<ClosedTrade> newTrades,
      List<Situation.Fault> faults) {
    return of(old, tenant, old.strategies(), signals, account, old.markets(), newTrades, faults);
  }

  private static Situation of(
      Situation old,
      Tenant tenant,
      List<RegisteredStrategy> strategies,
      SortedMap<String, Object> signals,
      Optional<AccountState> account,
      Map<String, SymbolMarket> markets,
      List<ClosedTrade> newTrades,
      List<Situation.Fault> faults) {
    return new Situation(
        tenant,
        old.config(),
        strategies,
        signals,
        old.performance(),
        old.stats(),
        newTrades,
        account,
        old.stability(),
        old.meta(),
        old.control(),
        old.vix(),
        markets,
        old.ensemble(),
        old.weights(),
        old.chain(),
        old.lastDone(),
        faults,
        old.inputHash(),
        old.versions());
  }
}
