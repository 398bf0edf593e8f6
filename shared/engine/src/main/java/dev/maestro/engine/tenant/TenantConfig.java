package dev.maestro.engine.tenant;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.limit.LimitsConfig;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.paper.PaperConfig;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.ProfileResolver;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import dev.maestro.engine.policy.stability.StabilityConfig;
import dev.maestro.engine.systemic.SystemicConfig;
import dev.maestro.engine.systemic.VixCheck;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.weights.WeightsConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything a tenant can set; immutable and valid. Its sections are those of {@link #SECTIONS};
 * {@code profile} holds the parameters of the trading policy.
 *
 * @param values the sections that were read, as they are stored
 * @param hash names exactly these rules: values, the tenant's facts, variables of the environment
 */
public record TenantConfig(
    WeightsConfig weights,
    ThrottleConfig throttle,
    EvidenceConfig evidence,
    SystemicConfig systemic,
    MetaConfig meta,
    StabilityConfig stability,
    ResolvedProfile profile,
    Market market,
    Conduct conduct,
    CapitalSettings capital,
    PaperConfig paper,
    LimitsConfig limits,
    Fields values,
    String hash) {

  /** The names of the sections. */
  public static final List<String> SECTIONS =
      List.of(
          "weights",
          "throttle",
          "evidence",
          "systemic",
          "meta",
          "stability",
          "profile",
          "market",
          "cycle",
          "capital",
          "paper",
          "limits",
          "decisions");

  /** The variables that stand in for what a tenant left out, by the key of the section meta. */
  public static final Map<String, String> META_VARIABLES =
      Map.of(
          "enabled", "MSC_ENABLED",
          "evaluation_interval_minutes", "MSC_EVALUATION_INTERVAL_MINUTES");

  /**
   * What is read of the markets.
   *
   * @param benchmark symbol whose bars tell regime and volatility; empty: both are unknown
   * @param barLength of all bars
   * @param symbols whose bars strategies in process see, the benchmark among them
   * @param symbolsDefault what an unlisted symbol gets
   */
  public record Market(
      Optional<Symbol> benchmark,
      Duration barLength,
      List<Symbol> symbols,
      SymbolsDefault symbolsDefault) {
    /** Keeps its own list. */
    public Market {
      symbols = List.copyOf(symbols);
    }
  }

  /**
   * How cycles are run.
   *
   * @param accountId the account whose capital is given
   * @param vixHalveAbove points of the volatility index; empty: the check is off
   * @param isExitScopeAccount true: strategies may close unattributed positions
   * @param readsEnsemble true: inputs/ensemble is read
   * @param keepInputs how long what a cycle was decided from is kept beside its record; zero: not
   * @param keepLogs how long records and revisions of weights are kept; zero: for ever
   */
  public record Conduct(
      AccountId accountId,
      Optional<BigDecimal> vixHalveAbove,
      boolean isExitScopeAccount,
      boolean readsEnsemble,
      Duration keepInputs,
      Duration keepLogs) {}

  /** The words of {@code exit_scope}. */
  enum ExitScope {
    STRATEGY,
    ACCOUNT
  }

  /**
   * Reads a configuration.
   *
   * @param values the sections, each a map; absent ones take their defaults
   * @param environment variables of the process: {@code ORCH_...}
   * @throws InvalidConfigurationException with all errors of all sections at once
   */
  public static TenantConfig of(Fields values, Tenant tenant, Map<String, String> environment) {
    Map<String, Object> present = present(values.values());
    ConfigSections sections = new ConfigSections(present, SECTIONS);
    Optional<WeightsConfig> weights = sections.read("weights", WeightsConfig::ofStored);
    Optional<ThrottleConfig> throttle =
        sections.read("throttle", given -> ThrottleConfig.of(withCapital(given, tenant)));
    Optional<EvidenceConfig> evidence =
        sections.read("evidence", given -> EvidenceConfig.of(withYear(given, throttle)));
    Optional<SystemicConfig> systemic = sections.read("systemic", SystemicConfig::of);
    Optional<MetaConfig> meta =
        sections.read("meta", given -> MetaConfig.of(withVariables(given, environment)));
    Optional<StabilityConfig> stability =
        sections.read("stability", given -> StabilityConfig.of(given, tenant.zone()));
    Optional<ResolvedProfile> profile =
        sections.read(
            "profile", given -> ProfileResolver.resolve(environment, given, Fields.EMPTY));
    Optional<Market> market = sections.read("market", TenantConfig::market);
    Optional<Conduct> conduct = sections.read("cycle", given -> conduct(given, sections));
    Optional<CapitalSettings> capital = sections.read("capital", CapitalSettings::of);
    Optional<PaperConfig> paper =
        sections.read(
            "paper", given -> SmallSections.paper(given, capital.map(CapitalSettings::config)));
    Optional<LimitsConfig> limits = sections.read("limits", LimitsConfig::of);
    sections.check();
    return new TenantConfig(
        weights.orElseThrow(),
        throttle.orElseThrow(),
        evidence.orElseThrow(),
        systemic.orElseThrow(),
        meta.orElseThrow(),
        stability.orElseThrow(),
        profile.orElseThrow(),
        market.orElseThrow(),
        conduct.orElseThrow(),
        capital.orElseThrow(),
        paper.orElseThrow(),
        limits.orElseThrow(),
        Fields.of("", present),
        hash(present, tenant, environment));
  }

  /** Of all that these rules depend on: the values, the tenant's facts, and our variables. */
  private static String hash(
      Map<String, Object> values, Tenant tenant, Map<String, String> environment) {
    Map<String, Object> variables = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.matches("ORCH_.*|CURRENT_PROFILE|MSC_.*")) {
            variables.put(name, value);
          }
        });
    return Sha256.hex(
        CanonicalJson.write(
            Map.of(
                "values",
                values,
                "environment",
                variables,
                "base_capital",
                tenant.baseCapital(),
                "timezone",
                tenant.zone().getId())));
  }

  /** Without the sections and keys that are null, which is as good as absent. */
  private static Map<String, Object> present(Map<?, ?> values) {
    Map<String, Object> present = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (value != null) {
            present.put(key.toString(), value instanceof Map<?, ?> map ? present(map) : value);
          }
        });
    return present;
  }

  /** The same rules under another name, where something else than this reader names them. */
  public TenantConfig named(String other) {
    return new TenantConfig(
        weights, throttle, evidence, systemic, meta, stability, profile, market, conduct, capital,
        paper, limits, values, other);
  }

  /** How the trading policy is decided. */
  public PolicySettings policySettings() {
    return new PolicySettings(profile.profile(), meta.enabled(), market.symbolsDefault());
  }

  /** How the steps of a cycle are run. */
  public CycleSettings cycleSettings(String engineVersion) {
    return new CycleSettings(
        throttle,
        systemic,
        conduct.vixHalveAbove().map(VixCheck::above).orElse(List.of()),
        conduct.isExitScopeAccount(),
        unknownWeight(),
        BigDecimal.valueOf(profile.profile().number(Parameter.TOTAL_EXPOSURE_LIMIT)),
        hash,
        engineVersion);
  }

  /** What an agent without a weight has: the floor or, in strict mode, the probation weight. */
  public BigDecimal unknownWeight() {
    return weights.enforcePerformance() ? capital.probationWeight() : weights.minFloorWeight();
  }

  /** A year of the evidence has as many days as one of the throttle, unless it says otherwise. */
  private static Fields withYear(Fields given, Optional<ThrottleConfig> throttle) {
    return throttle
        .map(known -> given.orElse("periods_per_year", known.periodsPerYear()))
        .orElse(given);
  }

  private static Fields withCapital(Fields given, Tenant tenant) {
    return given.orElse("base_capital", tenant.baseCapital());
  }

  /**
   * The controller of a tenant that says nothing of it.
   *
   * @throws InvalidConfigurationException if a variable of the process breaks a rule
   */
  public static MetaConfig metaOf(Map<String, String> environment) {
    return MetaConfig.of(withVariables(Fields.EMPTY, environment));
  }

  private static Fields withVariables(Fields given, Map<String, String> environment) {
    Fields all = given;
    for (Map.Entry<String, String> known : META_VARIABLES.entrySet()) {
      String value = environment.get(known.getValue());
      all = value == null ? all : all.orElse(known.getKey(), value);
    }
    return all;
  }

  private static Market market(Fields given) {
    ConfigReader read = new ConfigReader(given);
    Optional<Symbol> benchmark = read.symbol("benchmark_symbol");
    int minutes = read.integer("bar_minutes", 5);
    List<Symbol> symbols = read.symbols("symbols");
    SymbolsDefault symbolsDefault = read.word("symbols_default", SymbolsDefault.ALLOW);
    return read.build(
        () -> {
          new ConfigRules().within("bar_minutes", minutes, 1, 1440).check();
          return new Market(benchmark, Duration.ofMinutes(minutes), symbols, symbolsDefault);
        });
  }

  private static Conduct conduct(Fields given, ConfigSections sections) {
    SmallSections.Kept kept = SmallSections.kept(sections);
    ConfigReader read = new ConfigReader(given);
    boolean vixCheck = read.flag("vix_check", false);
    BigDecimal halveAbove = read.decimal("vix_halve_above", "30");
    ExitScope scope = read.word("exit_scope", ExitScope.STRATEGY);
    boolean ensemble = read.flag("ensemble_input", false);
    return read.build(
        () -> {
          new ConfigRules()
              .require(
                  halveAbove.signum() > 0, "vix_halve_above must be above 0, got " + halveAbove)
              .check();
          return new Conduct(
              AccountId.MAIN,
              vixCheck ? Optional.of(halveAbove) : Optional.empty(),
              scope == ExitScope.ACCOUNT,
              ensemble,
              kept.inputs(),
              kept.logs());
        });
  }
}
