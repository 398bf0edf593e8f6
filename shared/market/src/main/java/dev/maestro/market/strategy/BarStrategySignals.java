package dev.maestro.market.strategy;

import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Signals;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a strategy on bars one that signals: it looks at every symbol, closes first, and of what it
 * would open it names the one it is most confident of (ties: the first symbol).
 */
public class BarStrategySignals implements Strategy {
  private static final int PLACES = 8;

  private final StrategyId id;
  private final BarStrategy rules;

  /** A strategy under an id. */
  public BarStrategySignals(StrategyId id, BarStrategy rules) {
    this.id = id;
    this.rules = rules;
  }

  @Override
  public final StrategyId id() {
    return id;
  }

  private record Choice(Symbol symbol, Recommendation recommendation, double price) {
    boolean closes() {
      return recommendation.move() == Recommendation.Move.CLOSE;
    }

    boolean isBefore(Choice other) {
      return closes() != other.closes()
          ? closes()
          : recommendation.confidence() > other.recommendation.confidence();
    }
  }

  @Override
  public final Signal evaluate(
      MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    Optional<Choice> best = Optional.empty();
    for (Map.Entry<Symbol, BarHistory> symbol : market.bars().entrySet()) {
      Choice choice = choose(symbol.getKey(), symbol.getValue(), market, account);
      boolean acts = choice.recommendation().move() != Recommendation.Move.HOLD;
      if (acts && (best.isEmpty() || choice.isBefore(best.get()))) {
        best = Optional.of(choice);
      }
    }
    return best.map(choice -> signal(choice, market))
        .orElseGet(
            () ->
                Signals.hold(
                    id, "Nothing to do in " + market.bars().size() + " symbols.", market.asOf()));
  }

  private Choice choose(
      Symbol symbol, BarHistory bars, MarketSnapshot market, AccountSnapshot account) {
    HeldSide held = HeldSide.NONE;
    for (Position position : account.positions()) {
      if (position.isOf(id) && position.isIn(symbol)) {
        held = position.isLong() ? HeldSide.LONG : HeldSide.SHORT;
      }
    }
    double price = bars.closedBy(market.asOf()).newest().map(Bar::close).orElse(Double.NaN);
    return new Choice(symbol, rules.recommend(bars, held, market.asOf()), price);
  }

  private Signal signal(Choice choice, MarketSnapshot market) {
    Recommendation wanted = choice.recommendation();
    if (choice.closes()) {
      return Signals.close(id, choice.symbol(), wanted.reasoning(), market.asOf());
    }
    boolean isLong = wanted.move() == Recommendation.Move.OPEN_LONG;
    return Signals.open(
        id,
        isLong ? Action.BUY : Action.SELL,
        choice.symbol(),
        decimal(wanted.allocation()),
        decimal(wanted.confidence()),
        decimal(choice.price()),
        decimal(wanted.stopPrice().orElseThrow()),
        wanted.reasoning(),
        market.asOf());
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN);
  }
}
