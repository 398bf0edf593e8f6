package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.check.Facts;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Chance;
import dev.maestro.embedded.storm.world.Prices;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.control.TradingState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A person: halts, reduces, resumes, rearms, assigns, says what became of orders, splits. */
public final class Operator extends Actor {
  private static final String WHY = "looked at it";

  private final Stage stage;
  private final Chance chance;
  private final Splitting splitting;

  /** Who asks the broker before anything is resolved. */
  public Operator(Stage stage, Prices prices, Facts facts) {
    this.stage = stage;
    this.chance = stage.chance();
    this.splitting = new Splitting(stage, prices, facts);
  }

  @Override
  Step begin() {
    if (!stage.store().control().isActive() && !chance.oneIn(3)) {
      resume(stage);
      return Step.END;
    }
    return switch (chance.below(12)) {
      case 0 -> halt(TradingState.HALTED);
      case 1 -> chance.oneIn(2) ? halt(TradingState.REDUCING) : Step.IDLE;
      case 2 -> policy();
      case 3, 4 -> rearm();
      case 5, 6 -> assign();
      case 7 -> splitting.begin();
      default -> resolve();
    };
  }

  /** Says of the next silent order what became of it; false if there is none. */
  public boolean resolveOne() {
    List<Intent> silent = silent();
    if (!silent.isEmpty()) {
      Intent intent = silent.get(0);
      resolve(intent, stage.broker().order(intent.nonce())).run().run();
    }
    return !silent.isEmpty();
  }

  /** Both switches, where they are thrown. */
  static void resume(Stage stage) {
    for (boolean isEverybodys : new boolean[] {false, true}) {
      if (!stage.store().control(isEverybodys).isActive()) {
        stage.store().throwSwitch(isEverybodys, TradingState.ACTIVE, WHY);
      }
    }
  }

  private Step halt(TradingState state) {
    stage.store().throwSwitch(chance.oneIn(3), state, "something is wrong");
    return Step.END;
  }

  private Step rearm() {
    Holder strategy = chance.pick(Cast.STRATEGIES);
    if (!stage.store().ledger().restrictions().isSuspended(strategy)) {
      return Step.IDLE;
    }
    return transact(new LedgerCommand.Rearm(strategy, Cast.OPERATOR, WHY));
  }

  /** Mostly everything is allowed. */
  private Step policy() {
    boolean isTight = chance.oneIn(4);
    if (!isTight && stage.store().ledger().policy().equals(EntryPolicy.ALLOWS_ALL)) {
      return Step.IDLE;
    }
    EntryPolicy forbidding =
        new EntryPolicy(
            true, new TreeSet<>(Cast.SYMBOLS.subList(0, 1)), Optional.empty(), Optional.empty());
    return transact(new LedgerCommand.Policy(isTight ? forbidding : EntryPolicy.ALLOWS_ALL));
  }

  private Step assign() {
    List<LedgerHolding> nobodys =
        stage.store().ledger().book().holdings().all().stream()
            .filter(held -> held.key().holder().isNobody())
            .toList();
    if (nobodys.isEmpty()) {
      return Step.IDLE;
    }
    LedgerHolding held = chance.pick(nobodys);
    Holder strategy = chance.pick(Cast.STRATEGIES);
    BigDecimal quantity = held.quantity().abs().value().min(BigDecimal.valueOf(10));
    return transact(
        new LedgerCommand.Assign(
            new PositionKey(held.key().symbol(), strategy),
            Cast.agentOf(strategy),
            quantity,
            Cast.OPERATOR,
            WHY));
  }

  /** Cancels what still works first. */
  private Step resolve() {
    List<Intent> silent = silent();
    if (silent.isEmpty()) {
      return Step.IDLE;
    }
    Intent intent = chance.pick(silent);
    Optional<BrokerOrder> order = stage.broker().order(intent.nonce());
    if (order.filter(known -> !known.isDone()).isPresent()) {
      stage.broker().askCancel(intent.nonce());
      return Step.END;
    }
    return resolve(intent, order);
  }

  private Step resolve(Intent intent, Optional<BrokerOrder> order) {
    FilledSoFar figures = order.map(BrokerOrder::figures).orElse(FilledSoFar.NOTHING);
    Instant at = order.map(BrokerOrder::lastFill).orElseGet(stage.clock()::now);
    return transact(
        new LedgerCommand.Resolve(
            intent.nonce(), Optional.of(figures), at, Cast.OPERATOR, "asked the broker"));
  }

  private List<Intent> silent() {
    return stage.store().ledger().intents().where(intent -> intent.state() == IntentState.UNKNOWN);
  }

  private Step transact(LedgerCommand command) {
    return Step.transact(stage.store().transaction(command), ran -> Step.END);
  }
}
