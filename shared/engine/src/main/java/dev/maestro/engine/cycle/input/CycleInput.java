package dev.maestro.engine.cycle.input;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.control.ControlState;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleMemory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything one cycle knows, time included: whose and when, who speaks, what permits it, what is
 * held, and what risk checks look at.
 */
public record CycleInput(
    Occasion occasion, Team team, Permission permission, Funds funds, RiskInputs risk) {

  /**
   * Whose cycle this is, and when.
   *
   * @param now the cycle's time
   * @param chain the head of the tenant's chain of records
   * @param inputHash SHA-256 of all that the cycle is decided from, as it is kept beside its record
   */
  public record Occasion(
      TenantId tenant, Slot slot, Instant now, ChainHead chain, String inputHash) {
    /** The same with the hash of its input. */
    public Occasion named(String hash) {
      return new Occasion(tenant, slot, now, chain, hash);
    }
  }

  /**
   * Who speaks, and how well each has done.
   *
   * @param strategies the tenant's, distinct ids
   * @param signals from both sources, of whomever
   * @param performance per strategy; a registered strategy that is missing counts as unavailable
   * @param throttleMemory per strategy
   */
  public record Team(
      List<RegisteredStrategy> strategies,
      List<Signal> signals,
      Map<StrategyId, PerformanceReading> performance,
      Map<StrategyId, ThrottleMemory> throttleMemory) {}

  /**
   * What entries need leave of, and for the record what that came from.
   *
   * @param control the kill switch; {@link ControlState#UNKNOWN} if it is missing or unreadable
   * @param policy in force; empty if it is missing or unreadable: no entries
   * @param globalPolicy for the record; empty while the meta controller is switched off
   * @param rankings for the record; empty if they were not made in this cycle
   */
  public record Permission(
      ControlState control,
      Optional<TradingPolicy> policy,
      StrategySelection selection,
      Optional<GlobalPolicy> globalPolicy,
      List<RankedStrategy> rankings) {
    /** The policy; where there is none, the one that allows nothing. */
    public TradingPolicy policyOrNothing(Instant now) {
      return policy.orElseGet(
          () ->
              TradingPolicy.closed(
                  SymbolsDefault.DENY,
                  "there is no readable trading policy",
                  now,
                  ProfileName.SAFE));
    }

    /** The limits of the global policy; empty while the meta controller is switched off. */
    public Optional<ModeLimits> limits(Instant now) {
      return globalPolicy.map(known -> known.limitsAt(now));
    }
  }

  /**
   * What is held and promised, and whose share is how large.
   *
   * @param account whose capital is given
   * @param ledger brought up to date, with what that changed; empty if it is lost or unreadable
   * @param known nonces of signals that already have their intent
   * @param weights capital share per agent
   * @param lastPrices close of the newest closed bar, by symbol
   */
  public record Funds(
      AccountId account,
      Optional<LedgerChanges> ledger,
      Set<Nonce> known,
      SortedMap<String, BigDecimal> weights,
      SortedMap<Symbol, BigDecimal> lastPrices) {
    /** What is held, of strategies and of nobody; nothing is known without a ledger. */
    public List<LedgerHolding> holdings() {
      return ledger
          .map(changes -> changes.ledger().ledger().book().holdings().all())
          .orElse(List.of());
    }

    /** True if the signal has its intent already, open or ended. */
    public boolean isKnown(Nonce nonce) {
      return known.contains(nonce)
          || ledger.flatMap(changes -> changes.ledger().ledger().intents().get(nonce)).isPresent();
    }

    /** The same, once it was looked up which nonces are known. */
    public Funds knowing(Set<Nonce> nonces) {
      return new Funds(account, ledger, nonces, weights, lastPrices);
    }
  }

  /** The same with the hash that names it. */
  public CycleInput named(String hash) {
    return new CycleInput(occasion.named(hash), team, permission, funds, risk);
  }

  /** The same with other funds. */
  public CycleInput with(Funds other) {
    return new CycleInput(occasion, team, permission, other, risk);
  }
}
