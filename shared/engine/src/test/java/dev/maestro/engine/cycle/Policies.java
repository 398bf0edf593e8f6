package dev.maestro.engine.cycle;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.Spoken;
import java.util.List;
import java.util.Set;

/** Trading policies of tests. */
final class Policies {
  private static final int MANY = 5000;

  private Policies() {}

  /** Everything is allowed at a confidence of 0.6. */
  static TradingPolicy open() {
    return of(0.6, SymbolsDefault.ALLOW, List.of(), List.of(), Set.of());
  }

  /** The same with another least confidence. */
  static TradingPolicy asking(double confidence) {
    return of(confidence, SymbolsDefault.ALLOW, List.of(), List.of(), Set.of());
  }

  /** Everything but some symbols is allowed. */
  static TradingPolicy excluding(String... symbols) {
    return of(0.6, SymbolsDefault.ALLOW, List.of(), List.of(symbols), Set.of());
  }

  /** Only some symbols are allowed. */
  static TradingPolicy only(String... symbols) {
    return of(0.6, SymbolsDefault.DENY, List.of(symbols), List.of(), Set.of());
  }

  /** No new trades. */
  static TradingPolicy blocked() {
    return of(
        0.6, SymbolsDefault.ALLOW, List.of(), List.of(), Set.of(BlockReason.EXTREME_VOLATILITY));
  }

  /** Everything is allowed, but not much of it at once. */
  static TradingPolicy holdingAtMost(int positions) {
    return of(0.6, SymbolsDefault.ALLOW, List.of(), List.of(), Set.of(), positions);
  }

  private static TradingPolicy of(
      double minConfidence,
      SymbolsDefault symbolsDefault,
      List<String> allowed,
      List<String> disallowed,
      Set<BlockReason> reasons) {
    return of(minConfidence, symbolsDefault, allowed, disallowed, reasons, MANY);
  }

  private static TradingPolicy of(
      double minConfidence,
      SymbolsDefault symbolsDefault,
      List<String> allowed,
      List<String> disallowed,
      Set<BlockReason> reasons,
      int maxPositions) {
    return new TradingPolicy(
        reasons.isEmpty() ? RiskProfile.NORMAL : RiskProfile.NO_NEW_TRADES,
        new TradingLimits(
            new Percent(0.5),
            new Fraction(minConfidence),
            EntryMode.NORMAL,
            ExitMode.TREND_FOLLOW,
            maxPositions),
        new SymbolLists(
            allowed.stream().map(Symbol::new).toList(),
            disallowed.stream().map(Symbol::new).toList(),
            symbolsDefault),
        "a note",
        reasons,
        Spoken.SLOT,
        ProfileName.SAFE);
  }
}
