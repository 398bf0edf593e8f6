package dev.maestro.engine.conduct.twin;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.cycle.order.OrderTerms;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.order.Twin;
import dev.maestro.engine.twin.order.TwinAsk;
import dev.maestro.engine.twin.order.TwinEntry;
import dev.maestro.engine.twin.order.TwinExit;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shows the twin what a cycle has decided. It is asked when everything is decided, and nothing that
 * it says or fails at changes any of that.
 */
public final class TwinDesk {
  private final CycleInput input;
  private final CycleOutcome outcome;
  private final LiveStrategies strategies;
  private final LayeredAsks layers;

  private TwinDesk(
      Situation situation, CycleInput input, CycleSettings settings, CycleOutcome outcome) {
    this.input = input;
    this.outcome = outcome;
    this.strategies = LiveStrategies.of(situation.facts().strategies(), input);
    this.layers =
        new LayeredAsks(
            input,
            settings,
            outcome,
            situation.facts().config().capital().config().sizing(),
            strategies.equalShare());
  }

  /**
   * The twin as the cycle leaves it.
   *
   * @param fault why it begins anew; empty: it goes on
   */
  public record Step(TwinState twin, Optional<Situation.Fault> fault) {}

  /** Whatever fails in it, the cycle goes on, and the twin begins anew. */
  public static Step step(
      Situation situation, CycleInput input, CycleSettings settings, CycleOutcome outcome) {
    Instant now = input.occasion().now();
    TwinState before = situation.money().twin().orElseGet(() -> TwinState.from(now));
    try {
      TwinDesk desk = new TwinDesk(situation, input, settings, outcome);
      return new Step(desk.step(situation, before), Optional.empty());
    } catch (RuntimeException failed) {
      return new Step(
          TwinState.from(now),
          Optional.of(
              new Situation.Fault(
                  AlertCode.UNREADABLE_TWIN, "it could not go on with the cycle: " + failed)));
    }
  }

  private TwinState step(Situation situation, TwinState before) {
    TenantConfig config = situation.facts().config();
    SortedMap<Symbol, BarHistory> markets = new TreeMap<>();
    situation.market().symbols().forEach((symbol, known) -> markets.put(symbol, known.bars()));
    return Twin.step(before, exits(), entries(), equity(situation), markets, now(), config.paper());
  }

  /** One that is stale sizes nothing, as in the ledger. */
  private Optional<Money> equity(Situation situation) {
    return situation
        .money()
        .account()
        .map(AccountState::snapshot)
        .filter(known -> !known.isStaleAt(now()))
        .map(known -> known.equity().setScale(Money.PLACES, RoundingMode.FLOOR))
        .map(Money::new);
  }

  private Instant now() {
    return input.occasion().now();
  }

  /** Served as the ledger serves them: by weight, then strategy. */
  private List<TwinEntry> entries() {
    List<TwinEntry> entries = new ArrayList<>();
    for (DecidedSignal decided : outcome.signals()) {
      strategies
          .speaking(decided.signal())
          .filter(strategy -> !strategies.isUnclear(decided.signal()))
          .filter(strategy -> mayOpen(decided.signal(), strategy))
          .flatMap(strategy -> entry(decided, strategy))
          .ifPresent(entries::add);
    }
    entries.sort(
        Comparator.comparing(
                (TwinEntry entry) ->
                    Optional.ofNullable(entry.asks().get(TwinBook.WEIGHTS))
                        .map(ask -> ask.terms().weight())
                        .orElseThrow())
            .reversed()
            .thenComparing(TwinEntry::key));
    return entries;
  }

  private static boolean mayOpen(Signal signal, RegisteredStrategy strategy) {
    return signal.action() == Action.BUY
        || (signal.action() == Action.SELL && signal.opensShort() && strategy.allowShorts());
  }

  private Optional<TwinEntry> entry(DecidedSignal decided, RegisteredStrategy strategy) {
    Map<TwinBook, TwinAsk> asks = layers.of(decided, strategy);
    return Optional.ofNullable(asks.get(TwinBook.NONE))
        .map(ask -> entry(decided, strategy, instructions(ask.terms()), asks));
  }

  private TwinEntry entry(
      DecidedSignal decided,
      RegisteredStrategy strategy,
      OrderInstructions how,
      Map<TwinBook, TwinAsk> asks) {
    Symbol symbol = decided.signal().symbol().orElseThrow();
    return new TwinEntry(
        nonce(decided),
        new PositionKey(symbol, Holder.of(strategy.id())),
        strategies.sharing(strategy),
        strategy.scaleIn(),
        how.limitPrice(),
        how.exitMode(),
        asks);
  }

  /** The same in every book, so that they fill at the same prices. */
  private OrderInstructions instructions(EntryTerms terms) {
    return new OrderTerms(input.permission(), now(), outcome.sessionId()).entry(terms);
  }

  private List<TwinExit> exits() {
    List<TwinExit> exits = new ArrayList<>();
    for (DecidedSignal decided : outcome.signals()) {
      strategies
          .speaking(decided.signal())
          .flatMap(strategy -> exit(decided, Holder.of(strategy.id())))
          .ifPresent(exits::add);
    }
    if (isFlattening()) {
      exits.add(
          new TwinExit(
              new Nonce("flatten"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              EnumSet.of(TwinBook.POLICY)));
    }
    return exits;
  }

  private boolean isFlattening() {
    return outcome
        .capital()
        .filter(given -> given.ledger().ledger().control().isFlattening())
        .isPresent();
  }

  private Optional<TwinExit> exit(DecidedSignal decided, Holder holder) {
    Signal signal = decided.signal();
    return switch (signal.action()) {
      case CLOSE_ALL -> Optional.of(exit(decided, holder, Optional.empty()));
      case BUY -> Optional.of(exit(decided, holder, Optional.of(OrderSide.BUY)));
      case SELL -> Optional.of(exit(decided, holder, Optional.of(OrderSide.SELL)));
      case HOLD -> Optional.empty();
    };
  }

  private TwinExit exit(DecidedSignal decided, Holder holder, Optional<OrderSide> side) {
    Signal signal = decided.signal();
    Optional<Quantity> quantity =
        signal.quantity().filter(any -> signal.symbol().isPresent()).flatMap(Quantity::ofExact);
    return new TwinExit(
        nonce(decided), Optional.of(holder), signal.symbol(), side, quantity, exiting());
  }

  /** A halt lets nothing out, which is a part of the policy. */
  private Set<TwinBook> exiting() {
    boolean isHalted = input.permission().control().state() == TradingState.HALTED;
    return isHalted
        ? EnumSet.complementOf(EnumSet.of(TwinBook.POLICY))
        : EnumSet.allOf(TwinBook.class);
  }

  private static Nonce nonce(DecidedSignal decided) {
    return new Nonce(decided.identity().nonce());
  }
}
