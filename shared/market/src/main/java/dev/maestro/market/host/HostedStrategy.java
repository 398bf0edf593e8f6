package dev.maestro.market.host;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A strategy and the thread it is busy on. Whatever it does stays in here: what it throws, or
 * returns as null, becomes a HOLD with an error.
 */
public final class HostedStrategy {
  private final String className;
  private final Supplier<Strategy> maker;
  private final OwnThread thread;

  private volatile Optional<Strategy> instance = Optional.empty();
  private volatile StrategyName name;

  /**
   * A strategy that is made when it is first asked.
   *
   * @param className names it as long as its id is unknown
   */
  public HostedStrategy(String className, Supplier<Strategy> maker) {
    this.className = className;
    this.maker = maker;
    this.thread = new OwnThread("strategy " + className);
    this.name = new StrategyName(className);
  }

  String className() {
    return className;
  }

  /** True while an evaluation has not come back, even if nobody waits for it any more. */
  public boolean isBusy() {
    return thread.isBusy();
  }

  /** Starts an evaluation; the future always completes with a signal if the strategy comes back. */
  CompletableFuture<Signal> start(
      MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    return thread.ask(() -> evaluate(market, account, regime));
  }

  /** Asks it to stop; whether it listens shows in {@link #isBusy}. */
  void interrupt() {
    thread.interrupt();
  }

  /** A HOLD that names what went wrong, under the class name while the id is unknown. */
  Signal failed(MarketSnapshot market, String error) {
    return Signal.unreadable(name, error, market.asOf().toString(), market.asOf());
  }

  /** Whatever a strategy throws, errors of the machine included, costs only itself. */
  @SuppressWarnings("CatchThrowable")
  private Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    try {
      Strategy strategy = instance.orElseGet(maker);
      instance = Optional.of(strategy);
      name = StrategyName.of(Objects.requireNonNull(strategy.id(), "a strategy needs an id"));
      Optional<Signal> signal = Optional.ofNullable(strategy.evaluate(market, account, regime));
      if (signal.isEmpty()) {
        return failed(market, "the strategy returned null");
      }
      if (!signal.get().strategy().equals(name)) {
        return failed(market, "the strategy signed as " + signal.get().strategy());
      }
      return SignalReader.ofSlot(signal.get(), strategy.version(), market.asOf());
    } catch (Throwable failure) {
      return failed(market, "the strategy threw " + failure);
    }
  }
}
