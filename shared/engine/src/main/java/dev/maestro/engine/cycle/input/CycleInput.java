package dev.maestro.engine.cycle.input;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.account.AccountSnapshot;
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
    Occasion occasion, Team team, Permission permission, Holdings holdings, RiskInputs risk) {

  /**
   * Whose cycle this is, and when.
   *
   * @param now the cycle's time
   * @param chain the head of the tenant's chain of records
   * @param inputHash names the stored inputs that this was read from
   */
  public record Occasion(
      TenantId tenant, Slot slot, Instant now, ChainHead chain, String inputHash) {}

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
      List<RankedStrategy> rankings) {}

  /**
   * What is held, what is on its way, and whose share is how large.
   *
   * @param account empty if it is missing or unreadable: no entries
   * @param inFlight entries that are reserved or claimed
   * @param knownNonces signals that already have their intent
   * @param weights capital share per agent
   */
  public record Holdings(
      Optional<AccountSnapshot> account,
      Set<InFlight> inFlight,
      Set<String> knownNonces,
      SortedMap<String, BigDecimal> weights) {
    /** Stands in for the account in identities while it is unknown. */
    static final String NO_ACCOUNT = "";

    /** The id of the account, blank if it is unknown. */
    public String accountId() {
      return account.map(AccountSnapshot::accountId).orElse(NO_ACCOUNT);
    }
  }

  /** An entry on its way. */
  public record InFlight(StrategyId strategy, Symbol symbol) {}
}
