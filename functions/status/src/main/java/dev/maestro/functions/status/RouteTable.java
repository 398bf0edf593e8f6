package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.claim.account.PutAccount;
import dev.maestro.engine.conduct.evaluate.EvaluateNow;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.market.feed.PutBars;
import dev.maestro.engine.reweigh.Reweigh;
import dev.maestro.engine.signal.hook.HookGuard;
import dev.maestro.engine.signal.hook.HookSignals;
import dev.maestro.engine.signal.inbox.SignalInbox;
import dev.maestro.engine.tenant.settings.PutConfig;
import dev.maestro.firestore.account.FirestoreAccounts;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.claim.FirestoreLedgers;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.evaluate.FirestoreEvaluations;
import dev.maestro.firestore.hook.FirestoreHooks;
import dev.maestro.firestore.market.FirestoreBars;
import dev.maestro.firestore.market.FirestoreReadings;
import dev.maestro.firestore.signal.FirestoreSignals;
import dev.maestro.firestore.strategy.FirestoreRegistration;
import dev.maestro.firestore.tenant.FirestoreConfigs;
import dev.maestro.firestore.tenant.PutMember;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.firestore.weights.FirestoreReweigh;
import dev.maestro.functions.status.capital.AccountCalls;
import dev.maestro.functions.status.capital.CapitalShapes;
import dev.maestro.functions.status.capital.ExecutorCalls;
import dev.maestro.functions.status.capital.LedgerAnswers;
import dev.maestro.functions.status.capital.OperatorCalls;
import dev.maestro.functions.status.hook.HookCalls;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.market.MarketCalls;
import dev.maestro.functions.status.market.ReadingCalls;
import dev.maestro.functions.status.meta.EvaluateCalls;
import dev.maestro.functions.status.openapi.Description;
import dev.maestro.functions.status.route.Route;
import dev.maestro.functions.status.route.Routes;
import dev.maestro.functions.status.settings.ConfigCalls;
import dev.maestro.functions.status.settings.MembershipCalls;
import dev.maestro.functions.status.settings.SettingShapes;
import dev.maestro.functions.status.settings.StrategyCalls;
import dev.maestro.functions.status.shape.Shape;
import dev.maestro.functions.status.signal.SignalBatchCalls;
import dev.maestro.functions.status.signal.SignalCalls;
import dev.maestro.functions.status.signal.SignalShapes;
import dev.maestro.market.host.MarketDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every route, who may take it, and who answers. There is no other table: the gatekeeper, {@code
 * openapi.json} and the tests go by it. A new route is one entry here and one handler in the
 * package of its resource.
 */
final class RouteTable {
  static final Set<Role> READERS = Set.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN);
  static final Set<Role> WATCHERS = Set.of(Role.VIEWER, Role.EXECUTOR, Role.OPERATOR, Role.ADMIN);
  private static final Set<Role> SENDERS = Set.of(Role.AGENT, Role.OPERATOR, Role.ADMIN);
  private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR, Role.ADMIN);
  private static final Set<Role> EXECUTORS = Set.of(Role.EXECUTOR, Role.ADMIN);
  private static final Set<Role> FEEDERS = Set.of(Role.FEEDER, Role.ADMIN);
  private static final Set<Role> ADMINS = Set.of(Role.ADMIN);
  private static final Set<Role> EVERYBODY = Set.of(Role.values());

  private RouteTable() {}

  /** The table, with handlers that work on these parts. */
  static Routes of(Parts parts) {
    return new Routes(
        Stream.of(
                alive(),
                ReadRoutes.of(parts),
                senders(parts),
                executors(parts),
                operators(parts),
                feeders(parts),
                admins(parts),
                hooks(parts))
            .flatMap(List::stream)
            .toList());
  }

  /** Cloud Run's own front answers for {@code /healthz} on run.app, so there is a second name. */
  private static List<Route> alive() {
    Answer ok = Answer.ok(Map.of("status", "ok"));
    return List.of(
        Route.get("/healthz", "Alive; for anybody").open(visit -> ok),
        Route.get("/health", "The same where /healthz is taken").open(visit -> ok),
        Route.get("/openapi.json", "All routes, for programs; for anybody")
            .open(visit -> Description.answer()),
        Route.get("/api/maestro/time", "What time it is here; feeders and executors go by it")
            .gives(Shape.object().has("time", Shape.TIME))
            .to(EVERYBODY, call -> Answer.ok(Written.of("time", call.now()))));
  }

  private static List<Route> senders(Parts parts) {
    SignalInbox inbox = new SignalInbox(new FirestoreSignals(parts.firestore()));
    SignalCalls signals = new SignalCalls(inbox);
    SignalBatchCalls batches = new SignalBatchCalls(inbox);
    AccountCalls accounts =
        new AccountCalls(new PutAccount(new FirestoreAccounts(parts.firestore()), ledgers(parts)));
    return List.of(
        Route.put("/api/maestro/signals/{strategy}", "A signal; an agent's own strategies only")
            .takes(SignalShapes.SIGNAL)
            .gives(SignalShapes.RECEIPT)
            .to(SENDERS, signals::put),
        Route.put("/api/maestro/signals", "Signals of several strategies, each judged for itself")
            .takes(SignalShapes.SIGNALS)
            .gives(SignalShapes.RECEIPTS)
            .to(SENDERS, batches::put),
        Route.put("/api/maestro/accounts/{id}", "An account as its broker shows it")
            .takes(CapitalShapes.SNAPSHOT)
            .gives(CapitalShapes.COMPARED)
            .to(FEEDERS, accounts::put));
  }

  private static List<Route> executors(Parts parts) {
    ExecutorCalls executors = new ExecutorCalls(new LedgerAnswers(ledgers(parts)));
    return List.of(
        Route.post("/api/maestro/claims", "Asks for an order to send")
            .takes(CapitalShapes.CLAIM)
            .gives(CapitalShapes.GRANTED)
            .order()
            .to(EXECUTORS, executors::claim),
        Route.post("/api/maestro/claims/{nonce}/report", "What an order has filled so far")
            .takes(CapitalShapes.REPORT)
            .gives(CapitalShapes.REPORTED)
            .order()
            .to(EXECUTORS, executors::report),
        Route.post("/api/maestro/closes", "A stop or a liquidation that no intent asked for")
            .takes(CapitalShapes.CLOSE)
            .gives(CapitalShapes.REPORTED)
            .order()
            .to(EXECUTORS, executors::close));
  }

  private static List<Route> operators(Parts parts) {
    FirestoreLedgers ledgers = ledgers(parts);
    OperatorCalls operators =
        new OperatorCalls(
            new LedgerAnswers(ledgers), ledgers, new StrategyStore(parts.firestore())::ids);
    return List.of(
        Route.post("/api/msc/evaluate", "The meta controller looks now")
            .gives(EvaluateCalls.GIVES)
            .to(OPERATORS, evaluations(parts)::now),
        Route.post("/api/maestro/intents/{nonce}/resolve", "The last word about a silent order")
            .takes(CapitalShapes.RESOLVE)
            .gives(CapitalShapes.REPORTED)
            .to(OPERATORS, operators::resolve),
        Route.post("/api/maestro/splits", "Scales what is held of a symbol")
            .takes(CapitalShapes.SPLIT)
            .gives(CapitalShapes.DONE)
            .to(OPERATORS, operators::split),
        Route.post("/api/maestro/assignments", "Gives a strategy what was in the account before")
            .takes(CapitalShapes.ASSIGNMENT)
            .gives(CapitalShapes.DONE)
            .to(OPERATORS, operators::assign),
        Route.post("/api/maestro/control", "The kill switch of the tenant")
            .takes(CapitalShapes.ORDER)
            .gives(CapitalShapes.SWITCH)
            .uncounted()
            .to(OPERATORS, operators::control),
        Route.post("/api/maestro/rearm", "Lets a suspended strategy enter again")
            .takes(CapitalShapes.REARM)
            .gives(CapitalShapes.DONE)
            .to(OPERATORS, operators::rearm));
  }

  private static List<Route> feeders(Parts parts) {
    ReadingCalls readings = new ReadingCalls(new FirestoreReadings(parts.firestore()));
    MarketCalls market = new MarketCalls(new PutBars(new FirestoreBars(parts.firestore())));
    return List.of(
        Route.put("/api/maestro/market/{symbol}", "The newest bars of a symbol")
            .takes(MarketCalls.TAKES)
            .gives(MarketCalls.GIVES)
            .to(FEEDERS, market::put),
        Route.put("/api/maestro/market-data", "The volatility index, costs, the ensemble")
            .takes(ReadingCalls.TAKES)
            .gives(ReadingCalls.GIVES)
            .to(FEEDERS, readings::put));
  }

  private static List<Route> admins(Parts parts) {
    Firestore firestore = parts.firestore();
    Map<String, String> environment = parts.settings().environment();
    Reweigh reweigh = FirestoreReweigh.of(firestore, alerts(parts), environment);
    ConfigCalls config =
        new ConfigCalls(
            new PutConfig(new FirestoreConfigs(firestore, Map.of()), reweigh::configure));
    StrategyCalls strategies =
        new StrategyCalls(
            new TenantStore(firestore)::load,
            FirestoreRegistration.of(firestore, alerts(parts), environment));
    MembershipCalls members = new MembershipCalls(new PutMember(firestore, reweigh::requireFree));
    return List.of(
        Route.put("/api/maestro/config", "Sections of the configuration, or the whole of it")
            .query(ConfigCalls.REPLACE)
            .takes(ConfigCalls.TAKES)
            .gives(ConfigCalls.GIVES)
            .to(ADMINS, config::put),
        Route.put("/api/maestro/strategies/{id}", "Registers a strategy, or changes it")
            .takes(SettingShapes.STRATEGY)
            .gives(SettingShapes.STRATEGY_STANDS)
            .to(ADMINS, strategies::put),
        Route.put("/api/maestro/members/{uid}", "What a user may do in the tenant")
            .takes(SettingShapes.MEMBER)
            .gives(SettingShapes.MEMBER_STANDS)
            .to(ADMINS, members::put));
  }

  private static List<Route> hooks(Parts parts) {
    HookCalls hooks =
        new HookCalls(
            new HookGuard(new FirestoreHooks(parts.firestore())),
            new HookSignals(new SignalInbox(new FirestoreSignals(parts.firestore()))));
    return List.of(
        Route.post("/api/maestro/hooks/{id}", "A signal from whoever knows the hook's secret")
            .takes(HookCalls.TAKES)
            .gives(SignalShapes.RECEIPT)
            .open(hooks::post));
  }

  private static Alerts alerts(Parts parts) {
    return new Alerts(parts.firestore(), parts.log()::error);
  }

  private static EvaluateCalls evaluations(Parts parts) {
    return new EvaluateCalls(
        new EvaluateNow(
            new FirestoreCycles(parts.firestore(), parts.settings().environment()),
            new FirestoreEvaluations(parts.firestore()),
            MarketDesk.open(Optional.empty(), fault -> {}),
            parts.clock(),
            parts.settings().slotLease()));
  }

  private static FirestoreLedgers ledgers(Parts parts) {
    return new FirestoreLedgers(parts.firestore(), parts.clock(), alerts(parts), "status");
  }
}
