package dev.maestro.cli.cycle;

import dev.maestro.engine.name.Uid;
import dev.maestro.engine.throttle.DayResultForm;
import dev.maestro.engine.signal.AccountSnapshotForm;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.capital.ControlStateForm;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Fields;
import dev.maestro.cli.eval.PolicyCase;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.capital.ControlState;
import dev.maestro.engine.cycle.CycleInput;
import dev.maestro.engine.cycle.CycleSettings;
import dev.maestro.engine.cycle.Sizing;
import dev.maestro.engine.cycle.Slot;
import dev.maestro.engine.cycle.StrategySelection;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputsForm;
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
import java.util.TreeMap;

/**
 * The input of one cycle as one JSON object; docs/data-model.md lists its fields. What is absent is
 * missing: no policy, no account, no selected strategy, no capital.
 */
final class CycleFile {
  private static final Kind<List<String>> TEXTS = Kinds.list(Kinds.TEXT);
  private static final BigDecimal HALVE_ABOVE = BigDecimal.valueOf(30);

  private final Fields file;
  private final Instant now;

  CycleFile(Fields file) {
    this.file = file;
    this.now = file.get("now", Kinds.TIME);
  }

  CycleInput input() {
    return new CycleInput(
        file.get("tenant", Kinds.TENANT),
        Slot.of(file.get("slot", Kinds.TIME, now)),
        now,
        file.list("strategies").stream().map(CycleFile::strategy).toList(),
        signals(),
        performance(),
        Map.of(),
        account(),
        inFlight(),
        policy(),
        selection(),
        Optional.empty(),
        List.of(),
        file.get("control", ControlStateForm.FORM, ControlState.UNKNOWN),
        new RiskInputs(vix(), now),
        file.get("weights", Kinds.map(Kinds.DECIMAL), new TreeMap<>()),
        new HashSet<>(file.get("known_nonces", TEXTS, List.of())),
        file.get("chain", ChainHeadForm.FORM, ChainHead.EMPTY),
        Sha256.hex(CanonicalJson.write(file.values())));
  }

  CycleSettings settings() {
    Fields config = file.fields("config");
    List<RiskCheck> checks =
        config.get("vix_check", Kinds.FLAG, true)
            ? List.of(new VixCheck(config.get("vix_halve_above", Kinds.DECIMAL, HALVE_ABOVE)))
            : List.of();
    return new CycleSettings(
        ThrottleConfig.of(config.fields("throttle")),
        SystemicConfig.of(config.fields("systemic")),
        checks,
        config.raw("sizing").filter("ALLOCATION_ONLY"::equals).isPresent()
            ? Sizing.ALLOCATION_ONLY
            : Sizing.NONE,
        config.raw("exit_scope").filter("ACCOUNT"::equals).isPresent(),
        Sha256.hex(CanonicalJson.write(config.values())),
        EngineVersion.CURRENT);
  }

  /** Only its id is required. */
  private static RegisteredStrategy strategy(Fields fields) {
    return RegisteredStrategyForm.read(
        fields.orElse("status", StrategyStatus.LIVE.name()), new Uid("owner"));
  }

  private Optional<AccountSnapshot> account() {
    Fields account = file.fields("account");
    return account.names().isEmpty()
        ? Optional.empty()
        : Optional.of(
            AccountSnapshotForm.of(account.get("account_id", Kinds.NAME, "main")).read(account));
  }

  private List<Signal> signals() {
    List<Signal> signals = new ArrayList<>();
    for (Fields entry : file.list("signals")) {
      signals.add(
          SignalReader.read(
              entry.get("strategy", Kinds.NAME), entry.raw("signal"), now, now));
    }
    return signals;
  }

  private Map<String, PerformanceReading> performance() {
    Map<String, PerformanceReading> readings = new TreeMap<>();
    Fields given = file.fields("performance");
    for (String strategy : given.names()) {
      readings.put(
          strategy,
          given.raw(strategy).filter(List.class::isInstance).isPresent()
              ? new PerformanceReading.Rows(
                  given.get(strategy, Kinds.list(DayResultForm.FORM)))
              : new PerformanceReading.Unavailable("the input says so"));
    }
    return readings;
  }

  private Set<CycleInput.InFlight> inFlight() {
    Set<CycleInput.InFlight> entries = new HashSet<>();
    for (Fields entry : file.list("in_flight")) {
      entries.add(
          new CycleInput.InFlight(
              entry.get("strategy", Kinds.NAME), entry.get("symbol", Kinds.NAME)));
    }
    return entries;
  }

  private Optional<TradingPolicy> policy() {
    if (!file.has("policy")) {
      return Optional.empty();
    }
    Fields given = file.fields("policy");
    return Optional.of(
        PolicyEngine.evaluate(PolicyInputsForm.read(given), PolicyCase.settings(given), now));
  }

  private StrategySelection selection() {
    if (file.raw("selection").filter("ALL"::equals).isPresent()) {
      return new StrategySelection.All();
    }
    Fields given = file.fields("selection");
    return new StrategySelection.Only(
        Set.copyOf(given.get("allowed", TEXTS, List.of())),
        Set.copyOf(given.get("probation", TEXTS, List.of())));
  }

  private Optional<RiskInputs.Vix> vix() {
    Fields given = file.fields("vix");
    return given.names().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RiskInputs.Vix(
                given.get("value", Kinds.DECIMAL), given.get("as_of", Kinds.TIME)));
  }
}
