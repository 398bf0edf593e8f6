package dev.maestro.engine.conduct.shadow;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.capital.sizing.CapitalRoom;
import dev.maestro.engine.capital.sizing.EntrySizing;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.capital.sizing.SizedEntry;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.order.OrderTerms;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.shadow.ShadowExit;
import dev.maestro.engine.shadow.ShadowRule;
import dev.maestro.engine.shadow.ShadowStep;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trades on paper what a cycle denied for SHADOW_MODE, for not being selected, or for a weight of 0
 * alone, with the notional that it would have had in ACTIVE at the floor weight, and an account of
 * its own to itself.
 */
public final class ShadowDesk {
  /** Stands in where the tenant's floor is 0, which would buy nothing. */
  private static final BigDecimal SMALL_WEIGHT = new BigDecimal("0.05");

  private final Situation situation;
  private final CycleInput input;
  private final CycleOutcome outcome;

  private ShadowDesk(Situation situation, CycleInput input, CycleOutcome outcome) {
    this.situation = situation;
    this.input = input;
    this.outcome = outcome;
  }

  /** What the cycle leaves on paper; empty if the book cannot be read: nothing is done with it. */
  public static Optional<ShadowStep> step(
      Situation situation, CycleInput input, CycleOutcome outcome) {
    return situation
        .money()
        .shadow()
        .map(
            book -> {
              ShadowDesk desk = new ShadowDesk(situation, input, outcome);
              SortedMap<Symbol, BarHistory> markets = new TreeMap<>();
              situation.market().symbols().forEach((symbol, m) -> markets.put(symbol, m.bars()));
              return book.step(
                  desk.entries(),
                  desk.exits(),
                  markets,
                  input.occasion().now(),
                  desk.config().paper());
            });
  }

  private TenantConfig config() {
    return situation.facts().config();
  }

  private List<PaperOrder> entries() {
    List<PaperOrder> entries = new ArrayList<>();
    for (DecidedSignal signal : outcome.signals()) {
      strategy(signal)
          .filter(strategy -> trades(signal, strategy))
          .flatMap(strategy -> order(signal, strategy))
          .ifPresent(entries::add);
    }
    return entries;
  }

  private boolean trades(DecidedSignal signal, RegisteredStrategy strategy) {
    boolean isEnabled = strategy.status() != StrategyStatus.DISABLED;
    boolean isWeightless = weight(strategy).signum() == 0;
    boolean opens =
        signal.signal().action() == Action.BUY || signal.signal().action() == Action.SELL;
    return opens
        && !signal.isExit()
        && ShadowRule.trades(signal.verdict().reasons().keySet(), isEnabled, isWeightless);
  }

  private BigDecimal weight(RegisteredStrategy strategy) {
    return Optional.ofNullable(input.funds().weights().get(strategy.agentId()))
        .orElse(config().unknownWeight());
  }

  private Optional<PaperOrder> order(DecidedSignal signal, RegisteredStrategy strategy) {
    Optional<Money> equity =
        situation
            .money()
            .account()
            .map(AccountState::snapshot)
            .map(known -> known.equity().setScale(Money.PLACES, RoundingMode.FLOOR))
            .map(Money::new);
    if (equity.isEmpty() || signal.symbol().isEmpty()) {
      return Optional.empty();
    }
    EntryTerms terms = terms(signal, signal.symbol().get());
    CapitalRoom room =
        new CapitalRoom(equity.get(), Money.ZERO, equity.get().value(), Money.ZERO, Money.ZERO);
    SizedEntry size = EntrySizing.size(terms, room, config().capital().config().sizing());
    return size.isReserved()
        ? Optional.of(order(signal, strategy, terms, size.notional()))
        : Optional.empty();
  }

  private EntryTerms terms(DecidedSignal signal, Symbol symbol) {
    BigDecimal floor = config().weights().minFloorWeight();
    return new EntryTerms(
        signal.signal().action() == Action.SELL ? OrderSide.SELL : OrderSide.BUY,
        floor.signum() > 0 ? floor : SMALL_WEIGHT,
        signal.signal().allocation().orElse(BigDecimal.ZERO),
        signal.signal().price(),
        signal.signal().stopPrice(),
        Optional.ofNullable(input.funds().lastPrices().get(symbol)),
        BigDecimal.valueOf(
            input.permission().policyOrNothing(input.occasion().now()).maxRisk().value()),
        config().cycleSettings("").totalExposureLimitPct());
  }

  private PaperOrder order(
      DecidedSignal signal, RegisteredStrategy strategy, EntryTerms terms, Money notional) {
    OrderInstructions how =
        new OrderTerms(input.permission(), input.occasion().now(), outcome.sessionId())
            .entry(terms);
    return new PaperOrder(
        new Nonce(signal.identity().nonce()),
        new PositionKey(signal.symbol().orElseThrow(), Holder.of(strategy.id())),
        terms.side(),
        notional,
        Quantity.ZERO,
        how.limitPrice(),
        how.exitMode(),
        new PlannedPrice(terms.entryPrice(), terms.stopPrice()),
        input.occasion().now());
  }

  /** Whoever wants out wants out on paper as well, whatever becomes of the signal. */
  private List<ShadowExit> exits() {
    List<ShadowExit> exits = new ArrayList<>();
    for (DecidedSignal signal : outcome.signals()) {
      boolean isLive =
          signal.signal().error().isEmpty() && signal.signal().isLiveAt(input.occasion().now());
      strategy(signal)
          .filter(any -> isLive)
          .flatMap(strategy -> exit(signal, strategy))
          .ifPresent(exits::add);
    }
    return exits;
  }

  private static Optional<ShadowExit> exit(DecidedSignal signal, RegisteredStrategy strategy) {
    Holder holder = Holder.of(strategy.id());
    return switch (signal.signal().action()) {
      case CLOSE_ALL ->
          Optional.of(new ShadowExit(holder, signal.signal().symbol(), Optional.empty()));
      case BUY -> Optional.of(new ShadowExit(holder, signal.symbol(), Optional.of(OrderSide.BUY)));
      case SELL ->
          Optional.of(new ShadowExit(holder, signal.symbol(), Optional.of(OrderSide.SELL)));
      case HOLD -> Optional.empty();
    };
  }

  private Optional<RegisteredStrategy> strategy(DecidedSignal signal) {
    StrategyName name = signal.signal().strategy();
    return situation.facts().strategies().stream()
        .filter(strategy -> StrategyName.of(strategy.id()).equals(name))
        .findFirst();
  }
}
