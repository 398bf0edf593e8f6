package dev.maestro.market.host;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Evaluates all strategies at once. All together wait for at most one deadline: who has not
 * answered by then is interrupted and leaves with an error. A strategy that ignores the
 * interruption is not asked again while its old evaluation runs, and says so in its signal.
 */
public final class StrategyHost {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final List<HostedStrategy> strategies;
  private final Supplier<CompletableFuture<Void>> deadline;

  /** A host whose strategies have 5 s. */
  public StrategyHost(List<HostedStrategy> strategies) {
    this(strategies, StrategyHost::deadline);
  }

  /** Completes when what is asked now has to be answered. */
  static CompletableFuture<Void> deadline() {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    return passed.completeOnTimeout(null, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A host whose deadline somebody else tells. */
  StrategyHost(List<HostedStrategy> strategies, Supplier<CompletableFuture<Void>> deadline) {
    this.strategies = List.copyOf(strategies);
    this.deadline = deadline;
  }

  /** One signal per strategy, in their order. */
  public List<Signal> evaluate(
      MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    List<CompletableFuture<Signal>> answers = new ArrayList<>();
    for (HostedStrategy strategy : strategies) {
      answers.add(
          strategy.isBusy()
              ? CompletableFuture.completedFuture(
                  strategy.failed(
                      market,
                      "the strategy still runs an earlier evaluation: it ignores interruption"))
              : strategy.start(market, account, regime));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]));
    CompletableFuture.anyOf(all, deadline.get()).join();
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < strategies.size(); i++) {
      signals.add(answerOf(strategies.get(i), answers.get(i), market));
    }
    return signals;
  }

  private static Signal answerOf(
      HostedStrategy strategy, CompletableFuture<Signal> answer, MarketSnapshot market) {
    Signal late = strategy.failed(market, "the strategy gave no answer by its deadline of 5 s");
    if (answer.complete(late)) {
      strategy.interrupt();
    }
    return answer.join();
  }
}
