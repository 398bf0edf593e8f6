package dev.maestro.engine.why;

import dev.maestro.engine.archive.value.Component;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.VixCheck;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One configured limit or one measured input that can be turned until a reason is gone. Rules are
 * monotone, so further never brings the reason back.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
enum Knob {
  /** Of the signal, 0..1. */
  CONFIDENCE(
      "confidence",
      Scale.up("", "0.01", "1"),
      asked -> asked.signal().confidence(),
      (asked, value) -> asked.with(sent(asked, "confidence", value))),
  /** Of the signal, 0..1. */
  ALLOCATION(
      "allocation",
      Scale.up("", "0.01", "1"),
      asked -> asked.signal().allocation(),
      (asked, value) -> asked.with(sent(asked, "allocation", value))),
  /** So much later the signal would have had to come. */
  LATENESS(
      "signal made and expiring later by",
      Scale.up(" s", "1", "86400"),
      asked -> Optional.of(BigDecimal.ZERO),
      (asked, value) -> asked.with(later(asked.signal(), value))),
  /** An annual Sharpe ratio. */
  SHADOW_BELOW(
      "throttle.shadow_below",
      Scale.down("", "0.1", "100"),
      asked -> Optional.of(asked.settings().throttle().shadowBelow()),
      (asked, value) -> throttled(asked, "shadowBelow", value)),
  /** An annual Sharpe ratio. */
  REDUCE_BELOW(
      "throttle.reduce_below",
      Scale.down("", "0.1", "100"),
      asked -> Optional.of(asked.settings().throttle().reduceBelow()),
      (asked, value) ->
          throttled(asked, "reduceBelow", value.max(asked.settings().throttle().shadowBelow()))),
  /** A negative fraction. */
  MAX_DRAWDOWN(
      "throttle.max_drawdown",
      Scale.down("", "0.01", "1"),
      asked -> Optional.of(asked.settings().throttle().maxDrawdown()),
      (asked, value) -> throttled(asked, "maxDrawdown", value)),
  /** Strategies that sell at once. */
  SELL_THRESHOLD(
      "systemic.systemic_sell_threshold",
      Scale.whole("", "1000"),
      asked -> Optional.of(BigDecimal.valueOf(asked.settings().systemic().sellThreshold())),
      (asked, value) ->
          asked.with(
              Component.with(
                  asked.settings(),
                  "systemic",
                  Component.with(
                      asked.settings().systemic(), "sellThreshold", value.intValueExact())))),
  /** Points of the volatility index. */
  VIX(
      "cycle.vix_halve_above",
      Scale.up(" points", "1", "1000"),
      asked -> asked.settings().riskChecks().stream().flatMap(Knob::vixLimit).findFirst(),
      Knob::withVix),
  /** Seconds. */
  ACCOUNT_MAX_AGE(
      "capital.account_max_age",
      Scale.whole(" s", "86400"),
      asked ->
          asked
              .capital()
              .map(config -> BigDecimal.valueOf(config.times().accountMaxAge().toSeconds())),
      (asked, value) ->
          asked.withCapital(
              old ->
                  Component.with(
                      old,
                      "times",
                      Component.with(
                          old.times(),
                          "accountMaxAge",
                          Duration.ofSeconds(value.longValueExact()))))),
  /** Percent. */
  PRICE_COLLAR(
      "capital.price_collar_pct",
      Scale.up(" %", "0.1", "100"),
      asked -> sizing(asked).map(SizingLimits::priceCollarPct),
      (asked, value) -> sized(asked, "priceCollarPct", value)),
  /** Percent of equity. */
  SYMBOL_EXPOSURE(
      "capital.max_symbol_exposure_pct",
      Scale.up(" %", "0.1", "1000"),
      asked -> sizing(asked).flatMap(SizingLimits::maxSymbolExposurePct),
      (asked, value) -> sized(asked, "maxSymbolExposurePct", Optional.of(value))),
  /** Account currency. */
  MAX_ORDER(
      "capital.max_order_notional",
      Scale.up("", "1", "1000000000"),
      asked -> sizing(asked).flatMap(SizingLimits::maxOrderNotional).map(Money::value),
      (asked, value) -> sized(asked, "maxOrderNotional", Optional.of(new Money(value)))),
  /** Percent of equity. */
  EXPOSURE(
      "total_exposure_limit",
      Scale.up(" %", "0.1", "10000"),
      asked -> Optional.of(asked.settings().totalExposureLimitPct()),
      (asked, value) ->
          asked.with(Component.with(asked.settings(), "totalExposureLimitPct", value))),
  /** Share of the agent that pays, 0..1. */
  WEIGHT(
      "weight of its agent",
      Scale.up("", "0.001", "1"),
      asked -> Optional.of(asked.weight()),
      Question::withWeight),
  /** Account currency. */
  BUYING_POWER(
      "buying power",
      Scale.up("", "1", "1000000000"),
      asked -> account(asked).map(shown -> shown.buyingPower().value()),
      Knob::withBuyingPower),
  /** Percent of equity, of one trade. */
  MAX_RISK(
      "max_risk_pct of the policy",
      Scale.up(" %", "0.01", "100"),
      asked -> asked.policy().map(policy -> BigDecimal.valueOf(policy.maxRisk().value())),
      (asked, value) ->
          asked.withLimits(
              old -> Component.with(old, "maxRisk", new Percent(value.doubleValue())))),
  /** Open at once. */
  MAX_POSITIONS(
      "max_positions of the policy",
      Scale.whole("", "1000"),
      asked -> asked.policy().map(TradingPolicy::maxPositions).map(BigDecimal::valueOf),
      (asked, value) ->
          asked.withLimits(old -> Component.with(old, "maxPositions", value.intValueExact()))),
  /** Of the mode of the global policy. */
  MAX_DAILY_TRADES(
      "max_daily_trades of the global policy",
      Scale.whole("", "1000"),
      asked -> asked.dailyTrades().map(BigDecimal::valueOf),
      (asked, value) -> asked.withDailyTrades(value.intValueExact())),
  /** Open intents, and holdings and lots together. */
  MAX_OPEN(
      "capital.max_open",
      Scale.whole("", "500"),
      asked -> asked.capital().map(CapitalConfig::maxOpen).map(BigDecimal::valueOf),
      (asked, value) ->
          asked.withCapital(old -> Component.with(old, "maxOpen", value.intValueExact())));

  private final String words;
  private final Scale scale;
  private final Function<Question, Optional<BigDecimal>> value;
  private final BiFunction<Question, BigDecimal, Question> turn;

  Knob(
      String words,
      Scale scale,
      Function<Question, Optional<BigDecimal>> value,
      BiFunction<Question, BigDecimal, Question> turn) {
    this.words = words;
    this.scale = scale;
    this.value = value;
    this.turn = turn;
  }

  /** What it is called. */
  String words() {
    return words;
  }

  Scale scale() {
    return scale;
  }

  /** Where it stands; empty where there is no such limit, or nothing was measured. */
  Optional<BigDecimal> value(Question asked) {
    return value.apply(asked);
  }

  /** The same cycle with another value. */
  Question turned(Question asked, BigDecimal to) {
    return turn.apply(asked, to);
  }

  private static Signal sent(Question asked, String component, BigDecimal value) {
    return Component.with(asked.signal(), component, Optional.of(value));
  }

  private static Signal later(Signal signal, BigDecimal seconds) {
    Duration by = Duration.ofMillis(seconds.movePointRight(3).longValueExact());
    Signal expiring = Component.with(signal, "generatedAt", signal.generatedAt().plus(by));
    return Component.with(expiring, "expiresAt", signal.expiresAt().plus(by));
  }

  private static Question throttled(Question asked, String component, BigDecimal value) {
    return asked.with(
        Component.with(
            asked.settings(),
            "throttle",
            Component.with(asked.settings().throttle(), component, value)));
  }

  private static Stream<BigDecimal> vixLimit(RiskCheck check) {
    return check instanceof VixCheck vix ? Stream.of(vix.halveAbove()) : Stream.empty();
  }

  private static Question withVix(Question asked, BigDecimal value) {
    List<RiskCheck> checks =
        asked.settings().riskChecks().stream()
            .map(check -> check instanceof VixCheck ? new VixCheck(value) : check)
            .toList();
    return asked.with(Component.with(asked.settings(), "riskChecks", checks));
  }

  private static Optional<SizingLimits> sizing(Question asked) {
    return asked.capital().map(CapitalConfig::sizing);
  }

  private static Question sized(Question asked, String component, Object value) {
    UnaryOperator<CapitalConfig> change =
        old -> Component.with(old, "sizing", Component.with(old.sizing(), component, value));
    return asked.withCapital(change);
  }

  private static Optional<BrokerAccount> account(Question asked) {
    return asked.input().funds().ledger().flatMap(changes -> changes.ledger().ledger().account());
  }

  private static Question withBuyingPower(Question asked, BigDecimal value) {
    return asked.withLedger(
        kept ->
            kept.ledger()
                .account()
                .map(shown -> Component.with(shown, "buyingPower", new Money(value)))
                .map(shown -> kept.with(kept.ledger().withAccount(shown)))
                .orElse(kept));
  }
}
