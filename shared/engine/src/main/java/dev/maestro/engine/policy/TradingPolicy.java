package dev.maestro.engine.policy;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What may be traded now, and how. It speaks of entries only: exits are never blocked.
 *
 * @param riskProfile NO_NEW_TRADES exactly if there are block reasons
 * @param maxRisk of one trade, percent of equity, at least 0
 * @param minConfidence of a signal
 * @param maxPositions open at once, at least 0
 * @param allowedSymbols in the order given, without duplicates
 * @param disallowedSymbols likewise; they win over the allowed ones
 * @param symbolsDefault what an unlisted symbol gets
 * @param note for people
 * @param blockReasons all that apply, in their declared order
 * @param timestamp when it was decided
 */
public record TradingPolicy(
    RiskProfile riskProfile,
    Percent maxRisk,
    Fraction minConfidence,
    EntryMode entryMode,
    ExitMode exitMode,
    int maxPositions,
    List<Symbol> allowedSymbols,
    List<Symbol> disallowedSymbols,
    SymbolsDefault symbolsDefault,
    String note,
    Set<BlockReason> blockReasons,
    Instant timestamp,
    ProfileName profile) {

  /** Checks what no reader should have to. */
  public TradingPolicy {
    allowedSymbols = List.copyOf(allowedSymbols);
    disallowedSymbols = List.copyOf(disallowedSymbols);
    EnumSet<BlockReason> reasons = EnumSet.noneOf(BlockReason.class);
    reasons.addAll(blockReasons);
    blockReasons = Collections.unmodifiableSet(reasons);
    require(
        (riskProfile == RiskProfile.NO_NEW_TRADES) != reasons.isEmpty(),
        "a policy has block reasons exactly if it is NO_NEW_TRADES, got "
            + riskProfile
            + " and "
            + reasons);
    require(maxRisk.value() >= 0, "max_risk_pct must be at least 0, got " + maxRisk.value());
    require(maxPositions >= 0, "max_positions must be at least 0, got " + maxPositions);
  }

  /** The policy of one who knows nothing: no trade, no risk, exits on the tightest stop. */
  public static TradingPolicy closed(
      SymbolsDefault symbolsDefault, String note, Instant timestamp, ProfileName profile) {
    return new TradingPolicy(
        RiskProfile.NO_NEW_TRADES,
        Percent.ZERO,
        Fraction.ONE,
        EntryMode.DEFENSIVE,
        ExitMode.DEFENSIVE_TRAIL,
        0,
        List.of(),
        List.of(),
        symbolsDefault,
        note,
        Set.of(BlockReason.AWAITING_DATA),
        timestamp,
        profile);
  }

  /** False if it is blocked. */
  public boolean allowNewTrades() {
    return riskProfile != RiskProfile.NO_NEW_TRADES;
  }

  /** True if the symbol itself is no obstacle; says nothing of {@link #allowNewTrades}. */
  public boolean permits(Symbol symbol) {
    if (disallowedSymbols.contains(symbol)) {
      return false;
    }
    return symbolsDefault == SymbolsDefault.ALLOW || allowedSymbols.contains(symbol);
  }

  /** True if both say the same, whenever and in whatever words. */
  public boolean saysTheSameAs(TradingPolicy other) {
    return TradingPolicyForm.hasSameTerms(this, other);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
