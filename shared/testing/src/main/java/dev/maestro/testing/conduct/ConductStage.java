package dev.maestro.testing.conduct;

import dev.maestro.engine.archive.LoadDecisionPort;
import dev.maestro.engine.conduct.CyclesPort;
import dev.maestro.engine.conduct.narration.NarrationsPort;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store of cycles, and what others write into it while cycles run. */
public interface ConductStage {
  /** The port. */
  CyclesPort cycles();

  /** Where words about its records are put. */
  NarrationsPort narrations();

  /** Where its records are read back from, with what they were decided from. */
  LoadDecisionPort decisions();

  /** Sets up a tenant: two live strategies, an account, an open kill switch, weights, no past. */
  void createTenant(TenantId tenant, Instant now);

  /** The tenant has no cycles any more. */
  void deactivate(TenantId tenant);

  /** Another snapshot of the account, which may spend all that it is worth. */
  default void reportAccount(TenantId tenant, BigDecimal equity, Instant asOf) {
    reportAccount(tenant, Beginnings.account(equity, asOf));
  }

  /** Another snapshot of the account. */
  void reportAccount(TenantId tenant, AccountSnapshot shown);

  /** Somebody else changes something that every cycle replaces. */
  void disturb(TenantId tenant);

  /** A signal from outside as the inbox has kept it. */
  void keep(TenantId tenant, SentSignal signal);

  /** A signal that comes from outside now. */
  default void send(TenantId tenant, String strategy, Map<String, Object> signal, Instant now) {
    keep(tenant, SentSignal.at(now, new StrategyName(strategy), Optional.of(signal)));
  }

  /** The account is there no more. */
  void loseAccount(TenantId tenant);

  /** What cycles have counted. */
  Metrics metrics(TenantId tenant);

  /** All that cycles have counted is gone. */
  void loseMetrics(TenantId tenant);

  /** The stored records as they can be verified, oldest slot first. */
  List<Map<String, Object>> records(TenantId tenant);
}
