package dev.maestro.firestore.tenant;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user who belongs to a tenant.
 *
 * @param strategies of an agent: those whose signals it may send; empty for all other roles
 * @param accounts of an executor: those whose intents it may claim; empty for all other roles
 * @param addedAt empty: unknown
 */
public record Member(
    Uid uid,
    Role role,
    List<String> strategies,
    List<AccountId> accounts,
    Optional<Instant> addedAt) {
  /** Checks every field. */
  public Member {
    strategies = List.copyOf(strategies);
    accounts = List.copyOf(accounts);
    new ConfigRules()
        .require(
            strategies.isEmpty() || role == Role.AGENT,
            "strategies are for the role agent, got role " + role.word())
        .require(
            accounts.isEmpty() || role == Role.EXECUTOR,
            "accounts are for the role executor, got role " + role.word())
        .require(
            strategies.stream().allMatch(id -> StrategyId.of(id).isPresent()),
            "strategies must be strategy ids, got " + strategies)
        .check();
  }

  /** A member that executes nothing. */
  public Member(Uid uid, Role role, List<String> strategies, Optional<Instant> addedAt) {
    this(uid, role, strategies, List.of(), addedAt);
  }

  /**
   * True if it may send signals of a strategy, as far as its list says: that binds agents alone.
   */
  public boolean maySpeakFor(String strategy) {
    return role != Role.AGENT || strategies.contains(strategy);
  }
}
