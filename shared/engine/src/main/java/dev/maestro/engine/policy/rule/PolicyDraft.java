package dev.maestro.engine.policy.rule;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.Tightness;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.profile.RegimeRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A policy while the rules work on it. Rules can only tighten what earlier ones left, except that a
 * recovery gives back some of the risk.
 */
final class PolicyDraft {
  private static final double RISK_CEILING = 1.5;
  private static final String NOTHING_TO_SAY = "Normal conditions";

  private final Profile profile;
  private final Set<BlockReason> blockReasons = EnumSet.noneOf(BlockReason.class);
  private final List<String> notes = new ArrayList<>();
  private Percent baseRisk;
  private RegimeRow row = new RegimeRow(1, 0, EntryMode.AGGRESSIVE, ExitMode.TREND_FOLLOW);
  private double riskFactor = 1;
  private double confidenceShift;
  private Percent riskCap;
  private Fraction confidenceFloor = Fraction.ZERO;
  private RiskProfile riskProfile = RiskProfile.NORMAL;
  private EntryMode entry = EntryMode.AGGRESSIVE;
  private ExitMode exit = ExitMode.TREND_FOLLOW;
  private int maxPositions;
  private List<Symbol> allowed = List.of();
  private List<Symbol> disallowed = List.of();
  private boolean isClosed;

  PolicyDraft(Profile profile) {
    this.profile = profile;
    this.baseRisk = profile.baseRisk();
    this.riskCap = profile.baseRisk().times(RISK_CEILING);
    this.maxPositions = profile.count(Parameter.MAX_OPEN_POSITIONS);
  }

  /** The whole result is the closed policy, whatever else is found. */
  void close() {
    isClosed = true;
    block(BlockReason.AWAITING_DATA);
  }

  void block(BlockReason reason) {
    blockReasons.add(reason);
    atLeast(RiskProfile.NO_NEW_TRADES);
  }

  void note(String note) {
    notes.add(note);
  }

  void halveBaseRisk() {
    baseRisk = baseRisk.times(0.5);
    capRisk(baseRisk.times(RISK_CEILING));
  }

  /** Sets the row that the state of the market asks for. */
  void useRow(RegimeRow next) {
    row = next;
  }

  RegimeRow row() {
    return row;
  }

  void multiplyRisk(double factor) {
    riskFactor *= factor;
  }

  /** Multiplies the risk, but not above what the row alone allows. */
  void recoverRisk(double factor) {
    riskFactor = Math.min(1, riskFactor * factor);
  }

  void capRisk(Percent cap) {
    riskCap = riskCap.min(cap);
  }

  void raiseConfidence(double shift) {
    confidenceShift += shift;
  }

  void confidenceAtLeast(Fraction floor) {
    confidenceFloor = floor.isAtLeast(confidenceFloor) ? floor : confidenceFloor;
  }

  void atLeast(RiskProfile tightness) {
    riskProfile = Tightness.tighter(riskProfile, tightness);
  }

  void atLeast(EntryMode tightness) {
    entry = Tightness.tighter(entry, tightness);
  }

  void atLeast(ExitMode tightness) {
    exit = Tightness.tighter(exit, tightness);
  }

  void limitPositions(int limit) {
    maxPositions = Math.min(maxPositions, limit);
  }

  int maxPositions() {
    return maxPositions;
  }

  void list(List<Symbol> allowedSymbols, List<Symbol> disallowedSymbols) {
    allowed = allowedSymbols;
    disallowed = disallowedSymbols;
  }

  TradingPolicy finish(SymbolsDefault symbolsDefault, Instant now) {
    return new TradingPolicy(
        riskProfile,
        isClosed ? TradingLimits.NOTHING : limits(),
        new SymbolLists(allowed, disallowed, symbolsDefault),
        notes.isEmpty() ? NOTHING_TO_SAY : String.join("; ", notes),
        blockReasons,
        now,
        profile.name());
  }

  private TradingLimits limits() {
    return new TradingLimits(
        risk(),
        confidence(),
        Tightness.tighter(row.entry(), entry),
        Tightness.tighter(row.exit(), exit),
        maxPositions);
  }

  private Percent risk() {
    return baseRisk.times(row.riskMultiplier()).times(riskFactor).min(riskCap);
  }

  private Fraction confidence() {
    double wanted = profile.baseConfidence().value() + row.confidenceShift() + confidenceShift;
    return Fraction.clamp(Math.max(wanted, confidenceFloor.value()));
  }
}
