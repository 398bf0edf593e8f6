package dev.maestro.engine.policy.rule;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.input.PerformanceTag;
import dev.maestro.engine.policy.input.SymbolStatistics;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rule 15: which of the given symbols are left out. */
final class SymbolRule {
  private SymbolRule() {}

  /** Rule 15: disallowed wins where a symbol is given twice. */
  static void excludePoorPerformers(PolicyContext situation, PolicyDraft draft) {
    List<SymbolStatistics> given = situation.inputs().symbols();
    Map<Symbol, Boolean> isPoor = new LinkedHashMap<>(given.size() * 2);
    for (SymbolStatistics symbol : given) {
      isPoor.merge(symbol.symbol(), isPoor(symbol, situation.profile()), Boolean::logicalOr);
    }
    List<Symbol> allowed = new ArrayList<>(given.size());
    List<Symbol> disallowed = new ArrayList<>();
    isPoor.forEach((symbol, poor) -> (poor ? disallowed : allowed).add(symbol));
    draft.list(allowed, disallowed);
    if (!disallowed.isEmpty()) {
      draft.note("Excluded " + disallowed.size() + " poor performers");
    }
  }

  /** Tagged BAD; or enough trades, and a win rate, an average R or a streak that is too bad. */
  private static boolean isPoor(SymbolStatistics symbol, Profile profile) {
    return symbol.tag() == PerformanceTag.BAD
        || (hasEnoughTrades(symbol, profile) && hasBadFigures(symbol, profile));
  }

  /** An unreadable number of trades is enough; an unknown one is not. */
  private static boolean hasEnoughTrades(SymbolStatistics symbol, Profile profile) {
    int needed = profile.count(Parameter.MIN_TRADES);
    return symbol.trades().violates(trades -> trades >= 0 && trades < needed);
  }

  private static boolean hasBadFigures(SymbolStatistics symbol, Profile profile) {
    double minWinRate = profile.number(Parameter.MIN_WINRATE);
    double minAverageR = profile.number(Parameter.MIN_AVG_R);
    int badStreak = profile.count(Parameter.BAD_STREAK_LIMIT);
    return symbol.winRate().violates(rate -> rate.value() >= minWinRate)
        || symbol.averageR().violates(average -> average >= minAverageR)
        || symbol.losingStreak().violates(streak -> streak >= 0 && streak < badStreak);
  }
}
