package dev.maestro.cli.demo;

import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.embedded.paper.PaperBook;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.throttle.ThrottleMode;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The executor of the demo: a real book that fills what was approved, and a shadow book in which
 * strategies in SHADOW_MODE go on. Trades of the latter are journalled under an agent of their own,
 * so that they count for the strategy's days and for nobody's weight.
 */
final class DemoBooks {
  static final BigDecimal START_EQUITY = DemoWorld.TENANT.baseCapital();

  /** What a shadow entry is worth: a tenth of the start. */
  private static final BigDecimal SHADOW_NOTIONAL = START_EQUITY.movePointLeft(1);

  private final PaperBook real = new PaperBook("trade");
  private final PaperBook shadow = new PaperBook("shadow");

  /**
   * A trade for the journal.
   *
   * @param document as an executor writes it
   */
  record Closed(String id, Map<String, Object> document) {}

  PaperBook real() {
    return real;
  }

  PaperBook shadow() {
    return shadow;
  }

  /** The account at these prices. */
  AccountSnapshot account(Function<Symbol, BigDecimal> prices, Instant now) {
    BigDecimal equity = START_EQUITY.add(real.realizedPnl());
    for (Position position : real.positions()) {
      equity = equity.add(PaperBook.gain(position, prices.apply(position.symbol().orElseThrow())));
    }
    return new AccountSnapshot("main", equity, equity, real.positions(), now);
  }

  /** What a strategy holds in a symbol, in either book. */
  Optional<Position> held(StrategyId strategy, Symbol symbol) {
    return Stream.concat(real.positions().stream(), shadow.positions().stream())
        .filter(held -> held.isOf(strategy) && held.isIn(symbol))
        .findFirst();
  }

  /**
   * Fills a signal, or lets it go on in the shadow.
   *
   * @param notional what an approved entry is worth
   * @return the trades that this closed
   */
  List<Closed> fill(DecidedSignal signal, BigDecimal notional, BigDecimal price, Instant now) {
    Optional<Symbol> symbol = signal.symbol();
    if (symbol.isEmpty()) {
      return List.of();
    }
    StrategyId strategy = signal.signal().strategy().id().orElseThrow();
    boolean buys = signal.signal().action() == Action.BUY;
    Optional<Closed> closed = Optional.empty();
    if (signal.isApproved() && signal.isExit()) {
      closed = close(real, strategy, strategy.value(), symbol.get(), price, now);
    } else if (signal.isApproved()) {
      BigDecimal cents = notional.setScale(2, RoundingMode.DOWN);
      real.open(strategy, symbol.get(), cents, price, signal.action() == Action.BUY);
    }
    Optional<Closed> shadowed = Optional.empty();
    if (signal.signal().isSelling()) {
      shadowed = close(shadow, strategy, strategy + ".shadow", symbol.get(), price, now);
    } else if (buys && isShadowed(signal)) {
      shadow.open(strategy, symbol.get(), SHADOW_NOTIONAL, price, true);
    }
    return Stream.concat(closed.stream(), shadowed.stream()).toList();
  }

  private static boolean isShadowed(DecidedSignal signal) {
    return signal.mode().filter(mode -> mode == ThrottleMode.SHADOW_MODE).isPresent()
        && signal.overrideReason().isEmpty()
        && !signal.isExit();
  }

  private static Optional<Closed> close(
      PaperBook book,
      StrategyId strategy,
      String agent,
      Symbol symbol,
      BigDecimal price,
      Instant now) {
    return book.close(strategy, symbol, price, now)
        .map(trade -> new Closed(trade.tradeId(), document(trade, strategy, agent, symbol)));
  }

  private static Map<String, Object> document(
      Trade trade, StrategyId strategy, String agent, Symbol symbol) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("agent_id", agent);
    document.put("strategy_id", strategy.value());
    document.put("tenant_id", DemoWorld.TENANT.id().value());
    document.put("symbol", symbol.value());
    document.put("quantity", trade.quantity());
    document.put("entry_price", trade.entryPrice());
    document.put("realized_pnl", trade.realizedPnl());
    document.put("closed_at", trade.closedAt());
    return document;
  }
}
