package dev.maestro.engine.signal;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.util.Optional;

/**
 * A strategy that runs in process, found with {@link java.util.ServiceLoader} from the jars of a
 * folder. It is evaluated on a thread of its own under a deadline; what it throws, returns as null
 * or does too late costs only itself. It should stop when it is interrupted.
 */
public interface Strategy {
  /** The id under which a tenant registers it. */
  StrategyId id();

  /** Which code speaks, for the record of a signal that names no version; empty: not said. */
  default Optional<StrategyVersion> version() {
    return Optional.empty();
  }

  /**
   * What it wants now; read like a signal from outside: symbols become upper case, metadata text,
   * and numbers have at most 15 digits before the point and at most 30 places behind it.
   */
  Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime);
}
