package dev.maestro.engine.capital.invariant;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.LedgerStage;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.TimeLimits;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Commands in any order, late, twice, wrong: as the world sends them. */
final class RandomSchedule {
  private static final List<String> STRATEGIES = List.of("trend", "mean", "whale");
  private static final List<String> SYMBOLS = List.of("AAPL", "BTCUSDT");
  private static final List<String> PRICES = List.of("187.25", "64250.5");

  private final SplittableRandom random;

  /** Doubts are confirmed soon, so that there are lots. */
  private static final CapitalConfig CONFIG =
      new CapitalConfig(
          SizingLimits.DEFAULTS,
          new TimeLimits(
              Duration.ofMinutes(10),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofSeconds(5),
              Duration.ofSeconds(10)),
          5,
          60,
          500);

  private final LedgerStage stage = new LedgerStage(CONFIG);
  private final List<String> nonces = new ArrayList<>();
  private List<ShownPosition> lastShown = List.of();
  private int names;

  RandomSchedule(SplittableRandom random) {
    this.random = random;
  }

  /** The stage, after so many commands. */
  LedgerStage run(int commands) {
    stage.account("100000", "100000");
    for (int i = 0; i < commands; i++) {
      step();
    }
    return stage;
  }

  private void step() {
    stage.later(List.of(0, 1, 2, 5, 6, 20, 30, 60, 300).get(random.nextInt(9)));
    Outcome outcome = stage.run(command());
    if (random.nextInt(8) == 0) {
      stage.run(command());
    }
    if (outcome.ledger().version() % 17 == 0) {
      stage.settle();
    }
  }

  private LedgerCommand command() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> entry();
      case 3, 4 -> new LedgerCommand.Exit(nonce(), key(true), part());
      case 5, 6, 7 -> claim();
      case 8, 9, 10, 11 -> report();
      case 12 -> close();
      case 13, 14, 15 -> snapshot();
      case 16 -> new LedgerCommand.Settle();
      case 17 -> resolve();
      default -> rare();
    };
  }

  private LedgerCommand rare() {
    Symbol symbol = new Symbol(symbol());
    return switch (random.nextInt(5)) {
      case 0 -> new LedgerCommand.Split(symbol, BigDecimal.valueOf(random.nextInt(4)), "op", "why");
      case 1 ->
          new LedgerCommand.Assign(
              key(false),
              new AgentId("trend"),
              BigDecimal.valueOf(random.nextInt(40), 1),
              "op",
              "w");
      case 2 -> new LedgerCommand.Rearm(new Holder(strategy()), "op-1", "looked at it");
      case 3 ->
          new LedgerCommand.Policy(
              EntryPolicy.of(random.nextInt(4) > 0, Set.of(), stage.now().plusSeconds(900)));
      default -> new LedgerCommand.Control(state(), "op-1", "a reason");
    };
  }

  private LedgerCommand entry() {
    int at = random.nextInt(SYMBOLS.size());
    String strategy = strategy();
    BigDecimal price = new BigDecimal(PRICES.get(at));
    OrderSide side = random.nextInt(3) == 0 ? OrderSide.SELL : OrderSide.BUY;
    BigDecimal stop = price.multiply(BigDecimal.valueOf(side == OrderSide.BUY ? 97 : 103, 2));
    return new LedgerCommand.Reserve(
        nonce(),
        LedgerStage.key(strategy, SYMBOLS.get(at)),
        Optional.of(new AgentId(strategy)),
        new EntryTerms(
            side,
            BigDecimal.valueOf(random.nextInt(60), 2),
            BigDecimal.valueOf(random.nextInt(60), 2),
            Optional.of(price),
            Optional.of(stop).filter(unused -> random.nextBoolean()),
            Optional.of(price),
            BigDecimal.valueOf(random.nextInt(1, 50)),
            BigDecimal.valueOf(90)),
        random.nextBoolean(),
        5,
        50);
  }

  private LedgerCommand resolve() {
    Nonce nonce = open(IntentState.UNKNOWN);
    return new LedgerCommand.Resolve(nonce, figures(nonce), stage.now(), "op-1", "asked");
  }

  private LedgerCommand claim() {
    Nonce nonce = open(IntentState.RESERVED);
    String token = LedgerStage.token(random.nextInt(12) == 0 ? "nobody" : nonce.value());
    return new LedgerCommand.Claim(nonce, LedgerStage.EXECUTOR, token);
  }

  private LedgerCommand report() {
    Nonce nonce = open(IntentState.CLAIMED);
    Instant filledAt = stage.now().plusSeconds(random.nextInt(-200, 120));
    return new LedgerCommand.Report(
        nonce, LedgerStage.token(nonce.value()), figures(nonce), filledAt, random.nextInt(3) == 0);
  }

  /** Known figures, grown, or with other fees; now and then nonsense. */
  private Optional<FilledSoFar> figures(Nonce nonce) {
    Optional<Intent> intent = stage.intent(nonce);
    if (intent.isEmpty() || random.nextInt(12) == 0) {
      return Optional.empty();
    }
    FilledSoFar known = intent.get().filled();
    BigDecimal price =
        new BigDecimal(PRICES.get(SYMBOLS.indexOf(intent.get().key().symbol().value())));
    BigDecimal more =
        random.nextInt(3) == 0
            ? BigDecimal.ZERO
            : whole(intent.get(), price)
                .multiply(BigDecimal.valueOf(random.nextInt(1, 75), 2))
                .setScale(random.nextInt(2, 9), RoundingMode.HALF_EVEN);
    Money notional =
        Money.rounded(
            more.multiply(price).multiply(BigDecimal.valueOf(random.nextInt(97, 104), 2)));
    Quantity quantity = known.quantity().plus(Quantity.rounded(more));
    Money total = known.notional().plus(notional);
    Money fees = new Money(BigDecimal.valueOf(random.nextInt(-50, 200), 2));
    return FilledSoFar.isPossible(quantity, total, fees)
        ? Optional.of(new FilledSoFar(quantity, total, fees))
        : Optional.empty();
  }

  private static BigDecimal whole(Intent intent, BigDecimal price) {
    return intent.isExit()
        ? intent.order().quantity().value()
        : intent.order().notional().value().divide(price, 6, RoundingMode.HALF_EVEN);
  }

  private LedgerCommand close() {
    PositionKey key = key(false);
    int sign = stage.ledger().book().holdings().sign(key);
    Quantity held =
        stage.ledger().book().closable(key, sign == 0 ? 1 : sign).max(Quantity.of("0.1"));
    Quantity quantity =
        random.nextBoolean()
            ? held
            : Quantity.rounded(
                held.value().multiply(BigDecimal.valueOf(random.nextInt(1, 110), 2)));
    Money notional = Money.rounded(quantity.value().multiply(BigDecimal.valueOf(180)));
    return new LedgerCommand.Close(
        random.nextInt(5) == 0 ? "c1" : "c" + ++names,
        LedgerStage.EXECUTOR,
        key,
        OrderSide.closing(sign),
        FilledSoFar.isPossible(quantity, notional, Money.ZERO)
            ? Optional.of(new FilledSoFar(quantity, notional, Money.ZERO))
            : Optional.empty(),
        stage.now().minusSeconds(random.nextInt(400)));
  }

  /** As often as not the same as the last time: what is seen twice is believed. */
  private LedgerCommand snapshot() {
    lastShown = random.nextBoolean() ? lastShown : shown();
    return new LedgerCommand.Snapshot(
        Optional.of(Money.of("100000")),
        Optional.of(Money.of(random.nextInt(9) == 0 ? "500" : "90000")),
        stage.now().minusSeconds(random.nextInt(4)),
        Optional.of(lastShown).filter(unused -> random.nextInt(5) > 0));
  }

  private List<ShownPosition> shown() {
    List<ShownPosition> positions = new ArrayList<>();
    for (int i = 0; i < SYMBOLS.size(); i++) {
      Symbol symbol = new Symbol(SYMBOLS.get(i));
      BigDecimal held =
          stage.ledger().book().holdings().of(symbol).stream()
              .map(holding -> holding.quantity().value())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal shown =
          switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> held.multiply(BigDecimal.valueOf(random.nextInt(-100, 200), 2));
            case 2 -> held.add(BigDecimal.valueOf(random.nextInt(-20, 20), 1));
            default -> held;
          };
      if (shown.signum() != 0) {
        positions.add(
            new ShownPosition(
                Optional.of(symbol),
                Optional.of(shown),
                Optional.of(new BigDecimal(PRICES.get(i)))));
      }
    }
    return positions;
  }

  private TradingState state() {
    return switch (random.nextInt(6)) {
      case 0 -> TradingState.HALTED;
      case 1 -> TradingState.REDUCING;
      default -> TradingState.ACTIVE;
    };
  }

  private Optional<Quantity> part() {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(new Quantity(BigDecimal.valueOf(random.nextInt(1, 300), 1)));
  }

  private PositionKey key(boolean orNobodys) {
    boolean isNobodys = orNobodys && random.nextInt(6) == 0;
    return LedgerStage.key(isNobodys ? "" : strategy(), symbol());
  }

  private String strategy() {
    return STRATEGIES.get(random.nextInt(STRATEGIES.size()));
  }

  private String symbol() {
    return SYMBOLS.get(random.nextInt(SYMBOLS.size()));
  }

  /** Mostly new, sometimes one that is known. */
  private Nonce nonce() {
    if (!nonces.isEmpty() && random.nextInt(10) == 0) {
      return anyNonce();
    }
    nonces.add("n" + ++names);
    return new Nonce(nonces.get(nonces.size() - 1));
  }

  /** Mostly one that stands so, else any. */
  private Nonce open(IntentState state) {
    List<Intent> found = stage.ledger().intents().where(intent -> intent.state() == state);
    return found.isEmpty() || random.nextInt(5) == 0
        ? anyNonce()
        : found.get(random.nextInt(found.size())).nonce();
  }

  /** Mostly one of the newest. */
  private Nonce anyNonce() {
    if (nonces.isEmpty()) {
      return new Nonce("nope");
    }
    int back = random.nextInt(1 + random.nextInt(Math.min(nonces.size(), 12)));
    return new Nonce(nonces.get(nonces.size() - 1 - back));
  }
}
