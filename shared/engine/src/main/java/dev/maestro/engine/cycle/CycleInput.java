package dev.maestro.engine.cycle;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.selection.RankedStrategy;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.signal.AccountSnapshot;
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
 * Everything one cycle knows, time included.
 *
 * @param now the cycle's time
 * @param strategies the tenant's, distinct ids
 * @param signals from both sources, of whomever
 * @param performance per strategy; a registered strategy that is missing counts as unavailable
 * @param throttleMemory per strategy
 * @param account empty if it is missing or unreadable: no entries
 * @param inFlight entries that are reserved or claimed
 * @param policy in force; empty if it is missing or unreadable: no entries
 * @param globalPolicy for the record; empty while the meta controller is switched off
 * @param rankings for the record; empty if they were not made in this cycle
 * @param control the kill switch; {@link ControlState#UNKNOWN} if it is missing or unreadable
 * @param weights capital share per agent
 * @param knownNonces signals that already have their intent
 * @param chain the head of the tenant's chain of records
 * @param inputHash names the stored inputs that this was read from
 */
public record CycleInput(
    TenantId tenant,
    Slot slot,
    Instant now,
    List<RegisteredStrategy> strategies,
    List<Signal> signals,
    Map<StrategyId, PerformanceReading> performance,
    Map<StrategyId, ThrottleMemory> throttleMemory,
    Optional<AccountSnapshot> account,
    Set<InFlight> inFlight,
    Optional<TradingPolicy> policy,
    StrategySelection selection,
    Optional<GlobalPolicy> globalPolicy,
    List<RankedStrategy> rankings,
    ControlState control,
    RiskInputs risk,
    SortedMap<AgentId, BigDecimal> weights,
    Set<String> knownNonces,
    ChainHead chain,
    String inputHash) {

  /** An entry on its way. */
  public record InFlight(StrategyId strategy, Symbol symbol) {}

  /** Stands in for the account in identities while it is unknown. */
  static final String NO_ACCOUNT = "";

  /** The id of the account, blank if it is unknown. */
  String accountId() {
    return account.map(AccountSnapshot::accountId).orElse(NO_ACCOUNT);
  }
}
