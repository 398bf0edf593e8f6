package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.archive.KeptInput;
import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.hook.Hook;
import dev.maestro.engine.signal.hook.HookId;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.audit.InputDocument;
import dev.maestro.firestore.hook.FirestoreHooks;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.Member;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.google.settings.CloudSettings;
import dev.maestro.wiring.CloudFirestore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tenant acme with one member of every role, and what others must not see. */
final class Acme {
  /** Tests call as often as they like; those of limits have a tenant without. */
  private static final Map<String, Object> UNBOUNDED =
      Map.of(
          "reads_per_minute", 100_000L,
          "writes_per_minute", 100_000L,
          "orders_per_minute", 100_000L);

  final Firestore firestore;
  private final Instant now;

  private Acme(Firestore firestore, Instant now) {
    this.firestore = firestore;
    this.now = now;
  }

  static Acme at(String emulator, Instant now) {
    CloudSettings settings = CloudSettings.emulated(People.PROJECT, emulator);
    Acme acme = new Acme(CloudFirestore.open(settings, new IoMeter()), now);
    acme.tenants();
    acme.policies();
    acme.weights();
    acme.decisions();
    acme.hooks();
    return acme;
  }

  void set(String path, Map<String, ?> fields) {
    StoreCalls.await(firestore.document(path).set(StoredValue.map(fields)));
  }

  /** What a document holds. */
  Map<String, Object> fields(String path) {
    return StoredFields.of(StoreCalls.await(firestore.document(path).get())).values();
  }

  private void tenants() {
    MemberStore members = new MemberStore(firestore);
    for (String tenant : List.of("acme", "globex", "solo")) {
      String owner = tenant.equals("acme") ? "admin" : tenant.equals("globex") ? "gina" : "solo";
      new TenantStore(firestore)
          .create(
              new Tenant(
                  new TenantId(tenant),
                  tenant,
                  true,
                  BigDecimal.TEN,
                  ZoneOffset.UTC,
                  new Uid(owner)),
              tenant.equals("acme") ? Map.of("limits", UNBOUNDED) : Map.of(),
              "test",
              now);
    }
    for (Role role : Role.values()) {
      List<String> own = role == Role.AGENT ? List.of("momentum", "table") : List.of();
      members.put(
          new TenantId("acme"), new Member(new Uid(role.word()), role, own, Optional.of(now)));
    }
    for (String executor : List.of("executor", "exec-1", "exec-2", "paper")) {
      List<AccountId> accounts =
          executor.equals("exec-2") ? List.of(new AccountId("other")) : List.of(AccountId.MAIN);
      members.put(
          new TenantId("acme"),
          new Member(new Uid(executor), Role.EXECUTOR, List.of(), accounts, Optional.of(now)));
    }
    members.put(
        new TenantId("acme"),
        new Member(new Uid(People.SERVICE_ID), Role.AGENT, List.of("reversion"), Optional.of(now)));
    set("tenants/acme/users/broken", Map.of("role", "emperor"));
    StrategyStore strategies = new StrategyStore(firestore);
    strategies.add(
        new TenantId("acme"),
        RegisteredStrategy.live(new StrategyId("momentum"), new Uid("admin")));
    strategies.add(
        new TenantId("acme"),
        RegisteredStrategy.live(new StrategyId("reversion"), new Uid("admin")));
    for (String id : List.of("old", "rush", "full", "table")) {
      strategies.add(
          new TenantId("acme"),
          RegisteredStrategy.live(new StrategyId(id), new Uid("admin"))
              .with(StrategyStatus.DISABLED));
    }
  }

  private void policies() {
    globalPolicy(new TenantId("acme"), now.minus(Duration.ofMinutes(30)));
    globalPolicy(new TenantId("globex"), now.minus(Duration.ofMinutes(61)));
    policy(new TenantId("acme"), now.minus(Duration.ofMinutes(30)));
    policy(new TenantId("globex"), now.minus(Duration.ofMinutes(61)));
  }

  private void globalPolicy(TenantId tenant, Instant updatedAt) {
    SystemHealth health =
        new SystemHealth(
            OptionalDouble.of(2.5),
            OptionalDouble.of(0.58),
            OptionalDouble.empty(),
            OptionalInt.of(0),
            OptionalInt.empty(),
            HealthRegime.BULL_TRENDING,
            Volatility.NORMAL);
    GlobalPolicy policy =
        new GlobalPolicy(
            RiskMode.NORMAL,
            List.of("momentum"),
            List.of(),
            ModeLimits.of(RiskMode.NORMAL),
            health,
            List.of(),
            List.of(),
            updatedAt,
            updatedAt,
            updatedAt.plus(MetaConfig.DEFAULTS.policyLifetime()));
    set(
        Paths.of(tenant, "globalPolicy/current"),
        MetaStateForm.FORM.write(
            new MetaState(
                policy, new RiskMemory(RiskMode.NORMAL, List.of()), Slot.of(updatedAt).start())));
  }

  private void policy(TenantId tenant, Instant evaluatedAt) {
    Map<String, Object> policy = new TreeMap<>();
    policy.put("allow_new_trades", true);
    policy.put("risk_profile", "NORMAL");
    policy.put("max_risk_pct", 0.5);
    policy.put("min_confidence", 0.6);
    policy.put("entry_mode", "NORMAL");
    policy.put("exit_mode", "TREND_FOLLOW");
    policy.put("max_positions", 3L);
    policy.put("allowed_symbols", List.of("AAPL"));
    policy.put("disallowed_symbols", List.of());
    policy.put("symbols_default", "ALLOW");
    policy.put("note", "Calm trend");
    policy.put("block_reasons", List.of());
    policy.put("timestamp", evaluatedAt);
    policy.put("profile", "SAFE");
    set(
        Paths.of(tenant, "policy/current"),
        Map.of(
            "policy",
            policy,
            "changed_at",
            evaluatedAt,
            "evaluated_at",
            evaluatedAt,
            "expires_at",
            evaluatedAt.plus(Duration.ofHours(1)),
            "latch_day",
            "NONE",
            "counters",
            Map.of()));
  }

  private void weights() {
    for (String uid : List.of("viewer", "admin", "gina")) {
      set(
          Paths.weights(new Uid(uid)),
          Map.of(
              "weights",
              Map.of("momentum", "0.6000000000", "reversion", "0.4000000000"),
              "cash",
              "0.0000000000",
              "tenant_id",
              uid.equals("gina") ? "globex" : "acme",
              "computed_at",
              now));
    }
  }

  /** One of table for AAPL, and one that is revoked. */
  private void hooks() {
    FirestoreHooks hooks = new FirestoreHooks(firestore);
    SortedMap<String, String> names =
        new TreeMap<>(Map.of("symbol", "ticker", "action", "side", "price", "close"));
    Hook hook =
        new Hook(
            new HookId("0123456789abcdef0123456789abcdef"),
            new TenantId("acme"),
            new StrategyId("table"),
            List.of(new Symbol("AAPL")),
            names,
            Optional.of(Hook.hash("the secret of acme")),
            "test",
            now,
            now);
    hooks.create(hook);
    hooks.create(
        new Hook(
                new HookId("fedcba9876543210fedcba9876543210"),
                hook.tenant(),
                hook.strategy(),
                hook.symbols(),
                names,
                hook.secretHash(),
                "test",
                now,
                now)
            .revoked(now));
  }

  private void decisions() {
    for (int i = 1; i <= 3; i++) {
      decision(new TenantId("acme"), "d" + i, now.minus(Duration.ofMinutes(5L * (4 - i))));
    }
    decision(new TenantId("globex"), "g1", now);
    KeptInput input = AcmeInput.of(now);
    set(InputDocument.path("d1", 0), InputDocument.fields(new TenantId("acme"), input).get(0));
    StoreCalls.await(firestore.document(Paths.LOGS + "/d1").update("input_hash", input.hash()));
  }

  private void decision(TenantId tenant, String id, Instant at) {
    set(
        Paths.LOGS + "/" + id,
        Map.of(
            "tenant_id",
            tenant.value(),
            "timestamp",
            at,
            "kind",
            "cycle",
            "session_id",
            "maestro_" + id,
            "risk_mode",
            "NORMAL",
            "systemic_risk_detected",
            false,
            "signals",
            List.of(Map.of("strategy", "momentum", "verdict", "APPROVED")),
            "seq",
            1L,
            "hash",
            "ab"));
  }
}
