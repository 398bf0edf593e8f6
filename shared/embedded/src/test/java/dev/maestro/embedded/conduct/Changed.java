package dev.maestro.embedded.conduct;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import java.util.Optional;
import java.util.SortedMap;

/** Situations with one part replaced. */
final class Changed {
  private Changed() {}

  static Situation account(Situation old, AccountState account) {
    return of(old, old.sentSignals(), Optional.of(account));
  }

  static Situation signals(Situation old, SortedMap<String, Object> signals) {
    return of(old, signals, old.account());
  }

  private static Situation of(
      Situation old, SortedMap<String, Object> signals, Optional<AccountState> account) {
    return new Situation(
        old.tenant(),
        old.config(),
        old.strategies(),
        signals,
        old.performance(),
        old.stats(),
        old.newTrades(),
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
        old.faults(),
        old.inputHash(),
        old.versions());
  }
}
