package dev.maestro.engine.tenant.strategy;

import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.engine.tenant.settings.ConfigureWeightsPort;
import dev.maestro.engine.tenant.settings.LoadConfigPort;
import java.time.Instant;
import java.util.Optional;

/**
 * Registers a strategy, or changes what it may do. Its past counts from then on: trades that its
 * journal holds already are looked for, its user is weighed by the tenant's settings, and yesterday
 * is closed again, because a strategy whose days are not known would pass for a new one.
 */
public final class PutStrategy {
  private static final int ATTEMPTS = 10;
  private static final int LONGEST_NAME = 200;

  private final StrategiesPort strategies;
  private final BindUserPort users;
  private final LoadConfigPort configs;
  private final ConfigureWeightsPort weights;
  private final ClosePastPort past;

  /** Works on these stores. */
  public PutStrategy(
      StrategiesPort strategies,
      BindUserPort users,
      LoadConfigPort configs,
      ConfigureWeightsPort weights,
      ClosePastPort past) {
    this.strategies = strategies;
    this.users = users;
    this.configs = configs;
    this.weights = weights;
    this.past = past;
  }

  /** What became of a strategy. */
  public enum Outcome {
    /** It is new. */
    REGISTERED,
    /** It was there and is another now. */
    CHANGED,
    /** It was there like this. Its past was looked for again, in case that was never finished. */
    UNCHANGED
  }

  /**
   * Stores a strategy under its id. Whose journal its trades are in and which weight it has stay as
   * they were registered: under another user or agent it would be another strategy, without the
   * days for which it may be throttled now.
   *
   * @throws RefusedInputException if it names another user or agent than the one that stands, or an
   *     agent that no store can name; nothing is stored
   * @throws ForeignUserException if its user is not the tenant's; nothing is stored
   * @throws UnavailableException if it is not known whether all of it was done; the same again ends
   *     it
   */
  public Outcome put(Tenant tenant, RegisteredStrategy strategy, Instant now)
      throws RefusedInputException {
    requireNames(strategy);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StandingStrategy standing = strategies.find(tenant, strategy.id());
      requireSame(standing.known(), strategy);
      if (standing.known().equals(Optional.of(strategy))) {
        bringPast(tenant, strategy, now);
        return Outcome.UNCHANGED;
      }
      if (standing.known().isEmpty()) {
        users.require(strategy.uid(), tenant.id(), now);
      }
      if (strategies.replace(tenant, strategy, standing.version())) {
        if (standing.known().isPresent()) {
          return Outcome.CHANGED;
        }
        bringPast(tenant, strategy, now);
        return Outcome.REGISTERED;
      }
    }
    throw new UnavailableException("others write the strategy " + strategy.id() + " all the time");
  }

  /**
   * Registers a strategy that is not there yet.
   *
   * @return false if its id is taken; nothing is stored then
   * @throws RefusedInputException if it names an agent that no store can name
   * @throws ForeignUserException if its user is not the tenant's; nothing is stored
   */
  public boolean register(Tenant tenant, RegisteredStrategy strategy, Instant now)
      throws RefusedInputException {
    requireNames(strategy);
    users.require(strategy.uid(), tenant.id(), now);
    StandingStrategy standing = strategies.find(tenant, strategy.id());
    if (standing.isThere() || !strategies.replace(tenant, strategy, standing.version())) {
      return false;
    }
    bringPast(tenant, strategy, now);
    return true;
  }

  private void bringPast(Tenant tenant, RegisteredStrategy strategy, Instant now) {
    strategies.lookAgain(tenant);
    configs
        .load(tenant.id())
        .map(stored -> stored.config().weights())
        .ifPresent(settings -> weights.configure(strategy.uid(), tenant.id(), settings, now));
    past.closeYesterday(tenant.id(), now);
  }

  private static void requireNames(RegisteredStrategy strategy) throws RefusedInputException {
    if (strategy.agentId().isBlank() || !StoredName.isOfField(strategy.agentId())) {
      throw new RefusedInputException(
          "agent_id", "agent_id must be a name that is not blank and not like __this__");
    }
    if (strategy.name().isBlank() || strategy.name().length() > LONGEST_NAME) {
      throw new RefusedInputException(
          "name", "name must be 1 to " + LONGEST_NAME + " characters that are not all blank");
    }
  }

  private static void requireSame(
      Optional<RegisteredStrategy> standing, RegisteredStrategy strategy)
      throws RefusedInputException {
    if (standing.filter(known -> !known.uid().equals(strategy.uid())).isPresent()) {
      throw new RefusedInputException(
          "uid",
          "uid must stay "
              + standing.get().uid()
              + ", whose journal holds its trades: register"
              + " another strategy");
    }
    if (standing.filter(known -> !known.agentId().equals(strategy.agentId())).isPresent()) {
      throw new RefusedInputException(
          "agent_id",
          "agent_id must stay " + standing.get().agentId() + ": register another strategy");
    }
  }
}
