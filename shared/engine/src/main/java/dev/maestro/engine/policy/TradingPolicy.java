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
 * @param note for people
 * @param blockReasons all that apply, in their declared order
 * @param timestamp when it was decided
 */
public record TradingPolicy(
    RiskProfile riskProfile,
    TradingLimits limits,
    SymbolLists symbols,
    String note,
    Set<BlockReason> blockReasons,
    Instant timestamp,
    ProfileName profile) {

  /** Checks what no reader should have to. */
  public TradingPolicy {
    EnumSet<BlockReason> reasons = EnumSet.noneOf(BlockReason.class);
    reasons.addAll(blockReasons);
    blockReasons = Collections.unmodifiableSet(reasons);
    if ((riskProfile == RiskProfile.NO_NEW_TRADES) == reasons.isEmpty()) {
      throw new IllegalArgumentException(
          "a policy has block reasons exactly if it is NO_NEW_TRADES, got "
              + riskProfile
              + " and "
              + reasons);
    }
  }

  /** The policy of one who knows nothing: no trade, no risk, exits on the tightest stop. */
  public static TradingPolicy closed(
      SymbolsDefault symbolsDefault, String note, Instant timestamp, ProfileName profile) {
    return new TradingPolicy(
        RiskProfile.NO_NEW_TRADES,
        TradingLimits.NOTHING,
        SymbolLists.none(symbolsDefault),
        note,
        Set.of(BlockReason.AWAITING_DATA),
        timestamp,
        profile);
  }

  /** Of one trade, percent of equity, at least 0. */
  public Percent maxRisk() {
    return limits.maxRisk();
  }

  /** Of a signal. */
  public Fraction minConfidence() {
    return limits.minConfidence();
  }

  /** How entries are made. */
  public EntryMode entryMode() {
    return limits.entryMode();
  }

  /** How exits are made. */
  public ExitMode exitMode() {
    return limits.exitMode();
  }

  /** Open at once, at least 0. */
  public int maxPositions() {
    return limits.maxPositions();
  }

  /** In the order given, without duplicates. */
  public List<Symbol> allowedSymbols() {
    return symbols.allowed();
  }

  /** In the order given; they win over the allowed ones. */
  public List<Symbol> disallowedSymbols() {
    return symbols.disallowed();
  }

  /** What an unlisted symbol gets. */
  public SymbolsDefault symbolsDefault() {
    return symbols.unlisted();
  }

  /** False if it is blocked. */
  public boolean allowNewTrades() {
    return riskProfile != RiskProfile.NO_NEW_TRADES;
  }

  /** True if the symbol itself is no obstacle; says nothing of {@link #allowNewTrades}. */
  public boolean permits(Symbol symbol) {
    if (disallowedSymbols().contains(symbol)) {
      return false;
    }
    return symbolsDefault() == SymbolsDefault.ALLOW || allowedSymbols().contains(symbol);
  }

  /** True if both say the same, whenever and in whatever words. */
  public boolean saysTheSameAs(TradingPolicy other) {
    return TradingPolicyForm.hasSameTerms(this, other);
  }
}
