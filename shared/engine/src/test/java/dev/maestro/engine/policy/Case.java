package dev.maestro.engine.policy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Reading;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.GlobalGuard;
import dev.maestro.engine.policy.input.MarketInputs;
import dev.maestro.engine.policy.input.PolicyInputs;
import dev.maestro.engine.policy.input.RiskState;
import dev.maestro.engine.policy.input.SymbolStatistics;
import dev.maestro.engine.policy.input.TradingCosts;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.profile.ProfileResolver;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Inputs of a calm day, of which a test changes what it is about. */
public final class Case implements Cloneable {
  public static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

  public Profile profile = Profile.of(ProfileName.STANDARD);
  public boolean isGlobalPolicyEnabled = true;
  public SymbolsDefault symbolsDefault = SymbolsDefault.ALLOW;
  public Regime regime = Regime.TRENDING;
  public Direction direction = Direction.UP;
  public Volatility volatility = Volatility.NORMAL;
  public Optional<Percent> dailyPnl = Optional.of(Percent.ZERO);
  public Optional<Percent> drawdown = Optional.of(Percent.ZERO);
  public OptionalInt losingStreak = OptionalInt.of(0);
  public OptionalInt openTrades = OptionalInt.of(0);
  public Optional<Percent> exposure = Optional.of(Percent.ZERO);
  public int winningStreak;
  public Reading<Fraction> ensembleQuality = Reading.absent();
  public Reading<CostLevel> spreadLevel = Reading.absent();
  public Reading<Double> spreadBps = Reading.absent();
  public Reading<CostLevel> slippageLevel = Reading.absent();
  public Reading<Double> slippageBps = Reading.absent();
  public Reading<Double> costInR = Reading.absent();
  public boolean isLiquidityLow;
  public List<SymbolStatistics> symbols = List.of();
  public Optional<GlobalGuard> globalGuard = Optional.empty();
  public Optional<String> killSwitch = Optional.empty();
  public boolean isLatched;

  public static Case calm(ProfileName profile) {
    Case calm = new Case();
    calm.profile = Profile.of(profile);
    return calm;
  }

  public static Case standard() {
    return calm(ProfileName.STANDARD);
  }

  /** The same inputs under a profile with other values, by their configured names. */
  public Case configured(Map<String, Object> overrides) {
    Map<String, Object> explicit = new TreeMap<>(overrides);
    explicit.put("profile", profile.name().name());
    profile = ProfileResolver.resolve(Map.of(), Fields.EMPTY, Fields.of("", explicit)).profile();
    return this;
  }

  public Case market(Regime newRegime, Direction newDirection, Volatility newVolatility) {
    regime = newRegime;
    direction = newDirection;
    volatility = newVolatility;
    return this;
  }

  public Case dailyPnl(double percent) {
    dailyPnl = Optional.of(new Percent(percent));
    return this;
  }

  public Case drawdown(double percent) {
    drawdown = Optional.of(new Percent(percent));
    return this;
  }

  public Case losingStreak(int trades) {
    losingStreak = OptionalInt.of(trades);
    return this;
  }

  public Case winningStreak(int trades) {
    winningStreak = trades;
    return this;
  }

  public Case openTrades(int trades) {
    openTrades = OptionalInt.of(trades);
    return this;
  }

  public Case exposure(double percent) {
    exposure = Optional.of(new Percent(percent));
    return this;
  }

  public Case spreadBps(double points) {
    spreadBps = Reading.of(points);
    return this;
  }

  public Case slippageBps(double points) {
    slippageBps = Reading.of(points);
    return this;
  }

  public Case costInR(double multiple) {
    costInR = Reading.of(multiple);
    return this;
  }

  public Case ensembleQuality(double share) {
    ensembleQuality = Reading.of(new Fraction(share));
    return this;
  }

  public Case symbols(SymbolStatistics... given) {
    symbols = List.of(given);
    return this;
  }

  public Case global(RiskMode mode, boolean isStale) {
    globalGuard = Optional.of(GlobalGuard.of(mode, isStale));
    return this;
  }

  public Case killSwitch(String reason) {
    killSwitch = Optional.of(reason);
    return this;
  }

  public PolicySettings settings() {
    return new PolicySettings(profile, isGlobalPolicyEnabled, symbolsDefault);
  }

  public PolicyInputs inputs() {
    return new PolicyInputs(
        new MarketInputs(regime, direction, volatility, isLiquidityLow),
        new RiskState(dailyPnl, drawdown, losingStreak, openTrades, exposure),
        winningStreak,
        ensembleQuality,
        new TradingCosts(spreadLevel, spreadBps, slippageLevel, slippageBps, costInR),
        symbols,
        globalGuard,
        killSwitch,
        isLatched);
  }

  public TradingPolicy policy() {
    return policyAt(NOW);
  }

  public TradingPolicy policyAt(Instant now) {
    return PolicyEngine.evaluate(inputs(), settings(), now);
  }

  public Case copy() {
    try {
      return (Case) clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public String toString() {
    return profile.name() + " " + inputs();
  }
}
