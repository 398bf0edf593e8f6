package dev.maestro.cli.cycle;

import dev.maestro.cli.eval.Input;
import dev.maestro.cli.eval.PolicyCase;
import dev.maestro.cli.eval.ThrottleEval;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.capital.TradingState;
import dev.maestro.engine.cycle.CycleInput;
import dev.maestro.engine.cycle.CycleSettings;
import dev.maestro.engine.cycle.Sizing;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.cycle.StrategySelection;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputsReader;
import dev.maestro.engine.policy.rule.PolicyEngine;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.systemic.VixCheck;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The input of one cycle as one JSON object; docs/data-model.md lists its fields. What is absent is
 * missing: no policy, no account, no selected strategy, no capital.
 */
final class CycleFile {
  private final Map<String, Object> file;
  private final Instant now;

  CycleFile(Map<String, Object> file) {
    this.file = file;
    this.now = Input.time(file, "now");
  }

  CycleInput input() {
    return new CycleInput(
        tenant(),
        Slot.of(file.containsKey("slot") ? Input.time(file, "slot") : now),
        now,
        Input.objects(file, "strategies").stream().map(Parts::strategy).toList(),
        signals(),
        performance(),
        Map.of(),
        Parts.account(file),
        inFlight(),
        policy(),
        selection(),
        Optional.empty(),
        List.of(),
        control(),
        new RiskInputs(vix(), now),
        weights(),
        new HashSet<>(Input.names(file, "known_nonces")),
        chain(),
        Sha256.hex(CanonicalJson.write(file)));
  }

  private TenantId tenant() {
    String given = Input.text(file, "tenant");
    return TenantId.of(given)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tenant must be 1 to 64 of letters, digits, hyphen, got " + given));
  }

  CycleSettings settings() {
    Map<String, Object> config = Input.object(file, "config");
    List<RiskCheck> checks =
        Boolean.FALSE.equals(config.get("vix_check"))
            ? List.of()
            : List.of(new VixCheck(Input.decimal(config, "vix_halve_above", "30")));
    return new CycleSettings(
        ThrottleConfig.of(Input.object(config, "throttle")),
        SystemicConfig.of(Input.object(config, "systemic")),
        checks,
        "ALLOCATION_ONLY".equals(config.get("sizing")) ? Sizing.ALLOCATION_ONLY : Sizing.NONE,
        "ACCOUNT".equals(config.get("exit_scope")),
        Sha256.hex(CanonicalJson.write(config)),
        EngineVersion.CURRENT);
  }

  private List<Signal> signals() {
    List<Signal> signals = new ArrayList<>();
    for (Map<String, Object> entry : Input.objects(file, "signals")) {
      Optional<Object> body = Optional.ofNullable(entry.get("signal"));
      StrategyId sender = StrategyId.ofSender(Input.text(entry, "strategy"));
      signals.add(SignalReader.read(sender, body, now, now));
    }
    return signals;
  }

  private Map<StrategyId, PerformanceReading> performance() {
    Map<StrategyId, PerformanceReading> readings = new TreeMap<>();
    Map<String, Object> given = Input.object(file, "performance");
    for (String strategy : given.keySet()) {
      readings.put(
          new StrategyId(strategy),
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
          new CycleInput.InFlight(
              Input.strategy(entry, "strategy"), Input.symbol(entry, "symbol")));
    }
    return entries;
  }

  private Optional<TradingPolicy> policy() {
    if (!file.containsKey("policy")) {
      return Optional.empty();
    }
    Map<String, Object> given = Input.object(file, "policy");
    return Optional.of(
        PolicyEngine.evaluate(PolicyInputsReader.read(given), PolicyCase.settings(given), now));
  }

  private StrategySelection selection() {
    if ("ALL".equals(file.get("selection"))) {
      return new StrategySelection.All();
    }
    Map<String, Object> given = Input.object(file, "selection");
    return new StrategySelection.Only(
        strategies(Input.names(given, "allowed")), strategies(Input.names(given, "probation")));
  }

  private static Set<StrategyId> strategies(List<String> names) {
    return names.stream().map(StrategyId::new).collect(Collectors.toUnmodifiableSet());
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

  private SortedMap<AgentId, BigDecimal> weights() {
    SortedMap<AgentId, BigDecimal> weights = new TreeMap<>();
    Map<String, Object> given = Input.object(file, "weights");
    given.keySet().forEach(agent -> weights.put(new AgentId(agent), Input.decimal(given, agent)));
    return weights;
  }

  private ChainHead chain() {
    Map<String, Object> given = Input.object(file, "chain");
    return given.isEmpty()
        ? ChainHead.EMPTY
        : new ChainHead(Input.decimal(given, "seq").longValue(), Input.text(given, "hash"));
  }
}
