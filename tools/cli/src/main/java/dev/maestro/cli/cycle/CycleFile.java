package dev.maestro.cli.cycle;

import dev.maestro.cli.eval.Input;
import dev.maestro.cli.eval.PolicyCase;
import dev.maestro.cli.eval.ThrottleEval;
import dev.maestro.embedded.conduct.OneSlot;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.capital.TradingState;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.cycle.CycleInput;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.cycle.StrategySelection;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputsReader;
import dev.maestro.engine.policy.rule.PolicyEngine;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The input of one cycle as one JSON object; docs/data-model.md lists its fields. What is absent is
 * missing: no account, no selected strategy, no capital, and a policy that is closed.
 */
final class CycleFile {
  private static final Set<String> OWN_SECTIONS = Set.of("throttle", "systemic");

  private final Map<String, Object> file;
  private final Instant now;

  CycleFile(Map<String, Object> file) {
    this.file = file;
    this.now = Input.time(file, "now");
  }

  /**
   * Decides it as a deployed cycle is decided; what the file says of policy and selection stands in
   * for steps 1 and 2.
   */
  Conclusion conduct() {
    Slot slot = file.containsKey("slot") ? new Slot(Input.time(file, "slot")) : Slot.of(now);
    PolicyStage.Outcome given = PolicyStage.Outcome.given(policy(), selection(), now);
    return OneSlot.conduct(situation(), slot, now, (situation, market, time) -> given);
  }

  private Situation situation() {
    TenantId id = new TenantId(Input.text(file, "tenant"));
    Tenant tenant =
        new Tenant(
            id,
            id.value(),
            true,
            ThrottleConfig.DEFAULTS.baseCapital(),
            ZoneOffset.UTC,
            new Uid("owner"));
    List<RegisteredStrategy> strategies =
        Input.objects(file, "strategies").stream().map(Parts::strategy).toList();
    Situation first =
        Situation.first(new TenantFacts(tenant, config(tenant), strategies, control()), now);
    return first
        .with(signals())
        .with(first.market().withVix(vix()))
        .with(money())
        .with(first.memory().withPerformance(performance()).withChain(chain()))
        .readAs(Sha256.hex(CanonicalJson.write(file)), StoreVersion.NONE);
  }

  private TenantConfig config(Tenant tenant) {
    Map<String, Object> given = Input.object(file, "config");
    Map<String, Object> sections = new TreeMap<>(given);
    sections.keySet().retainAll(OWN_SECTIONS);
    Map<String, Object> cycle = new TreeMap<>(given);
    cycle.keySet().removeAll(OWN_SECTIONS);
    sections.put("cycle", cycle);
    return TenantConfig.of(sections, tenant, Map.of())
        .named(Sha256.hex(CanonicalJson.write(given)));
  }

  private List<SentSignal> signals() {
    return Input.objects(file, "signals").stream()
        .map(
            entry ->
                new SentSignal(
                    Input.text(entry, "strategy"), Optional.ofNullable(entry.get("signal"))))
        .toList();
  }

  private MoneyFacts money() {
    return new MoneyFacts(
        Parts.account(file).map(AccountState::of),
        weights(),
        inFlight(),
        new HashSet<>(Input.names(file, "known_nonces")));
  }

  private Map<String, PerformanceReading> performance() {
    Map<String, PerformanceReading> readings = new TreeMap<>();
    Map<String, Object> given = Input.object(file, "performance");
    for (String strategy : given.keySet()) {
      readings.put(
          strategy,
          given.get(strategy) instanceof List<?>
              ? new PerformanceReading.Rows(
                  Input.objects(given, strategy).stream().map(ThrottleEval::day).toList())
              : new PerformanceReading.Unavailable("the input says so"));
    }
    return readings;
  }

  private Set<CycleInput.InFlight> inFlight() {
    Set<CycleInput.InFlight> entries = new HashSet<>();
    for (Map<String, Object> entry : Input.objects(file, "in_flight")) {
      entries.add(
          new CycleInput.InFlight(Input.text(entry, "strategy"), Input.text(entry, "symbol")));
    }
    return entries;
  }

  private TradingPolicy policy() {
    if (!file.containsKey("policy")) {
      return TradingPolicy.closed(
          SymbolsDefault.DENY, "there is no policy in the file", now, ProfileName.SAFE);
    }
    Map<String, Object> given = Input.object(file, "policy");
    return PolicyEngine.evaluate(PolicyInputsReader.read(given), PolicyCase.settings(given), now);
  }

  private StrategySelection selection() {
    if ("ALL".equals(file.get("selection"))) {
      return new StrategySelection.All();
    }
    Map<String, Object> given = Input.object(file, "selection");
    return new StrategySelection.Only(
        Set.copyOf(Input.names(given, "allowed")), Set.copyOf(Input.names(given, "probation")));
  }

  private ControlState control() {
    if (!file.containsKey("control")) {
      return ControlState.UNKNOWN;
    }
    Map<String, Object> given = Input.object(file, "control");
    for (TradingState state : TradingState.values()) {
      if (state.name().equals(given.get("state"))) {
        return new ControlState(state, given.getOrDefault("reason", "").toString());
      }
    }
    return ControlState.UNKNOWN;
  }

  private Optional<RiskInputs.Vix> vix() {
    Map<String, Object> given = Input.object(file, "vix");
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RiskInputs.Vix(Input.decimal(given, "value"), Input.time(given, "as_of")));
  }

  private SortedMap<String, BigDecimal> weights() {
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    Map<String, Object> given = Input.object(file, "weights");
    given.keySet().forEach(agent -> weights.put(agent, Input.decimal(given, agent)));
    return weights;
  }

  private ChainHead chain() {
    Map<String, Object> given = Input.object(file, "chain");
    return given.isEmpty()
        ? ChainHead.EMPTY
        : new ChainHead(Input.decimal(given, "seq").longValue(), Input.text(given, "hash"));
  }
}
