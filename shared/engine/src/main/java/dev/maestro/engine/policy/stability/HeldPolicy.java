package dev.maestro.engine.policy.stability;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A candidate in which some fields keep the value in force. */
final class HeldPolicy {
  private final TradingPolicy candidate;
  private final TradingPolicy old;
  private final Set<PolicyField> held;

  private HeldPolicy(TradingPolicy candidate, TradingPolicy old, Set<PolicyField> held) {
    this.candidate = candidate;
    this.old = old;
    this.held = held;
  }

  /** The candidate, except for the fields that are held. */
  static TradingPolicy of(TradingPolicy candidate, TradingPolicy old, Set<PolicyField> held) {
    return held.isEmpty() ? candidate : new HeldPolicy(candidate, old, held).policy();
  }

  private TradingPolicy policy() {
    List<Symbol> disallowed = disallowed();
    List<Symbol> allowed = new ArrayList<>(candidate.allowedSymbols());
    allowed.removeAll(disallowed);
    return new TradingPolicy(
        source(PolicyField.GATE).riskProfile(),
        limits(),
        new SymbolLists(allowed, disallowed, candidate.symbolsDefault()),
        note(),
        blockReasons(),
        candidate.timestamp(),
        candidate.profile());
  }

  private TradingLimits limits() {
    return new TradingLimits(
        source(PolicyField.RISK).maxRisk(),
        source(PolicyField.CONFIDENCE).minConfidence(),
        source(PolicyField.ENTRY).entryMode(),
        source(PolicyField.EXIT).exitMode(),
        source(PolicyField.POSITIONS).maxPositions());
  }

  private TradingPolicy source(PolicyField field) {
    return held.contains(field) ? old : candidate;
  }

  /** Dropped symbols are held as a set; newly disallowed ones apply at once. */
  private List<Symbol> disallowed() {
    Set<Symbol> symbols = new LinkedHashSet<>(candidate.disallowedSymbols());
    if (held.contains(PolicyField.SYMBOLS)) {
      symbols.addAll(old.disallowedSymbols());
    }
    return List.copyOf(symbols);
  }

  /** A held block has lost its old reasons. */
  private Set<BlockReason> blockReasons() {
    boolean isBlockHeld =
        held.contains(PolicyField.GATE) && old.riskProfile() == RiskProfile.NO_NEW_TRADES;
    return isBlockHeld ? Set.of(BlockReason.AWAITING_CONFIRMATION) : candidate.blockReasons();
  }

  private String note() {
    return held.stream()
        .map(PolicyField::word)
        .collect(Collectors.joining(", ", candidate.note() + "; Awaiting confirmation: ", ""));
  }
}
