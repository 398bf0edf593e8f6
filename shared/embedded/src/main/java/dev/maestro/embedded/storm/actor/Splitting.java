package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.check.Facts;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Prices;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A split as the specification wants it: halt, wait until nothing of the symbol is on its way, let
 * the broker split, tell the ledger, resume.
 */
final class Splitting {
  private static final int MOST_SPLITS = 2;
  private static final int PATIENCE = 6;

  private final Stage stage;
  private final Prices prices;
  private final Facts facts;

  Splitting(Stage stage, Prices prices, Facts facts) {
    this.stage = stage;
    this.prices = prices;
    this.facts = facts;
  }

  Step begin() {
    if (stage.broker().splits() >= MOST_SPLITS) {
      return Step.IDLE;
    }
    Symbol symbol = stage.chance().pick(Cast.SYMBOLS);
    int times = (int) stage.chance().pick(1, 2, 3);
    stage.store().throwSwitch(false, TradingState.HALTED, "a split comes");
    return () -> await(symbol, times, times == 1 ? 2 : 1, PATIENCE);
  }

  private Step await(Symbol symbol, int times, int parts, int patience) {
    boolean isQuiet =
        stage
                .store()
                .ledger()
                .intents()
                .where(intent -> intent.state().isWorking() && intent.key().symbol().equals(symbol))
                .isEmpty()
            && facts.areClosesBooked(symbol);
    if (isQuiet && (parts == 1 || stage.broker().isEven(symbol))) {
      return split(symbol, times, parts);
    }
    return patience == 0 ? resume() : () -> await(symbol, times, parts, patience - 1);
  }

  private Step split(Symbol symbol, int times, int parts) {
    prices.close(true);
    prices.split(symbol, times, parts);
    stage.broker().split(symbol, times, parts);
    stage.trace().say(() -> "broker splits " + symbol + " " + times + " for " + parts);
    BigDecimal factor =
        BigDecimal.valueOf(times).divide(BigDecimal.valueOf(parts), MathContext.DECIMAL32);
    return Step.transact(
        stage
            .store()
            .transaction(new LedgerCommand.Split(symbol, factor, Cast.OPERATOR, "it was split")),
        ran -> {
          prices.close(false);
          return resume();
        });
  }

  private Step resume() {
    return () -> {
      Operator.resume(stage);
      return Step.END;
    };
  }
}
