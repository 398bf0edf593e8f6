package dev.maestro.cli.cycle;

import dev.maestro.cli.eval.PolicyCase;
import dev.maestro.embedded.conduct.OneSlot;
import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.Issue;
import dev.maestro.engine.capital.intent.OpenIntents;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.MoneyFacts;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.conduct.situation.TenantFacts;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.cycle.input.StrategySelection;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.input.PolicyInputsForm;
import dev.maestro.engine.policy.rule.PolicyEngine;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.DayResultForm;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The input of one cycle as one JSON object; docs/data-model.md lists its fields. What is absent is
 * missing: no account, no selected strategy, no capital, and a policy that is closed.
 */
final class CycleFile {
  private static final Set<String> OWN_SECTIONS =
      Set.of("throttle", "evidence", "systemic", "capital", "profile");

  /** Files of before the ledger named what stood in its place. */
  private static final String SIZING = "sizing";

  private static final Kind<List<String>> TEXTS = Kinds.list(Kinds.TEXT);
  private static final Kind<List<Nonce>> NONCES = Kinds.list(Kinds.named("a nonce", Nonce::of));
  private static final Money SMALLEST = Money.of("0.01");
  private static final Duration IN_FLIGHT = Duration.ofMinutes(10);

  private final Fields file;
  private final Instant now;

  private CycleFile(Fields file) {
    this.file = file;
    this.now = file.get("now", Kinds.TIME);
  }

  /**
   * Decides it as a deployed cycle is decided; what the file says of policy and selection stands in
   * for steps 1 and 2.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException for what cannot be read, and for a
   *     name that no cycle knows
   */
  static Conclusion conduct(Fields file) {
    return file.wholly(read -> new CycleFile(read).conduct());
  }

  private Conclusion conduct() {
    Slot slot = file.find("slot", Kinds.TIME).map(Slot::new).orElseGet(() -> Slot.of(now));
    PolicyStage.Outcome given = PolicyStage.Outcome.given(policy(), selection(), now);
    return OneSlot.conduct(situation(), slot, now, (situation, market, time) -> given);
  }

  private Situation situation() {
    TenantId id = file.get("tenant", Kinds.TENANT);
    Tenant tenant =
        new Tenant(
            id,
            id.value(),
            true,
            ThrottleConfig.DEFAULTS.baseCapital(),
            ZoneOffset.UTC,
            new Uid("owner"));
    List<RegisteredStrategy> strategies =
        file.list("strategies").stream().map(CycleFile::strategy).toList();
    TradingControl control =
        file.find("control", TradingControlForm.FORM)
            .map(
                state ->
                    TradingControl.INITIAL.next(state.state(), state.reason(), "the file", now))
            .orElse(TradingControl.UNKNOWN);
    TenantConfig config = config(tenant);
    Situation first = Situation.first(new TenantFacts(tenant, config, strategies, control), now);
    ChainHead chain = file.get("chain", ChainHeadForm.FORM, ChainHead.EMPTY);
    return first
        .with(signals())
        .with(first.market().withVix(vix()))
        .with(money())
        .with(first.memory().withPerformance(performance(config)).withChain(chain));
  }

  private TenantConfig config(Tenant tenant) {
    Map<String, Object> given = file.fields("config").values();
    Map<String, Object> sections = new TreeMap<>(given);
    sections.keySet().retainAll(OWN_SECTIONS);
    Map<String, Object> cycle = new TreeMap<>(given);
    cycle.keySet().removeAll(OWN_SECTIONS);
    cycle.remove(SIZING);
    sections.put("cycle", cycle);
    return TenantConfig.of(Fields.of("", sections), tenant, Map.of())
        .named(CanonicalJson.sha256(given));
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

  private List<SentSignal> signals() {
    return file.list("signals").stream().map(this::sent).toList();
  }

  private SentSignal sent(Fields entry) {
    return SentSignal.at(
        now, new StrategyName(entry.get("strategy", Kinds.NAME)), entry.raw("signal"));
  }

  private MoneyFacts money() {
    return new MoneyFacts(
        account().map(AccountState::of),
        file.get("weights", Kinds.map(Kinds.DECIMAL), new TreeMap<>()),
        MoneyFacts.NONE.ledger().map(kept -> kept.with(inFlight(kept.ledger()))),
        MoneyFacts.NONE.shadow(),
        MoneyFacts.NONE.twin(),
        new HashSet<>(file.get("known_nonces", NONCES, List.of())));
  }

  private Map<StrategyId, PerformanceReading> performance(TenantConfig config) {
    Map<StrategyId, PerformanceReading> readings = new TreeMap<>();
    Fields given = file.fields("performance");
    FileEvidence evidence = new FileEvidence(config.evidence(), config.throttle().baseCapital());
    for (String strategy : given.names()) {
      PerformanceReading reading =
          given.raw(strategy).filter(List.class::isInstance).isPresent()
              ? rows(given.get(strategy, Kinds.list(DayResultForm.FORM)), evidence)
              : new PerformanceReading.Unavailable("the input says so");
      StrategyId.of(strategy).ifPresent(id -> readings.put(id, reading));
    }
    return readings;
  }

  private PerformanceReading.Rows rows(List<DayResult> rows, FileEvidence evidence) {
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    return new PerformanceReading.Rows(rows)
        .closedUpTo(yesterday)
        .with(evidence.of(rows, yesterday));
  }

  /** Entries on their way, of which the file says no more than whose and of what they are. */
  private Ledger inFlight(Ledger empty) {
    OpenIntents open = empty.intents();
    for (Fields entry : file.list("in_flight")) {
      StrategyId strategy = entry.get("strategy", Kinds.STRATEGY);
      Nonce nonce = new Nonce("in-flight-" + open.size());
      open =
          open.with(
              Intent.reserved(
                  IntentOrder.entry(
                      nonce,
                      new PositionKey(entry.get("symbol", Kinds.SYMBOL), Holder.of(strategy)),
                      OrderSide.BUY,
                      Optional.of(new AgentId(strategy.value())),
                      SMALLEST,
                      PlannedPrice.NONE,
                      new Issue(empty.control().fence(), now, now.plus(IN_FLIGHT)))));
    }
    return empty.withIntents(open);
  }

  private TradingPolicy policy() {
    if (!file.has("policy")) {
      return TradingPolicy.closed(
          SymbolsDefault.DENY, "there is no policy in the file", now, ProfileName.SAFE);
    }
    Fields given = file.fields("policy");
    return PolicyEngine.evaluate(PolicyInputsForm.read(given), PolicyCase.settings(given), now);
  }

  private StrategySelection selection() {
    if (file.raw("selection").filter("ALL"::equals).isPresent()) {
      return new StrategySelection.All();
    }
    Fields given = file.fields("selection");
    return StrategySelection.Only.of(
        given.get("allowed", TEXTS, List.of()), given.get("probation", TEXTS, List.of()));
  }

  private Optional<RiskInputs.Vix> vix() {
    Fields given = file.fields("vix");
    return given.names().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RiskInputs.Vix(given.get("value", Kinds.DECIMAL), given.get("as_of", Kinds.TIME)));
  }
}
