package dev.maestro.functions.status;

import com.google.cloud.firestore.Firestore;
import dev.maestro.firestore.api.ConfigView;
import dev.maestro.firestore.api.ControlView;
import dev.maestro.firestore.api.DecisionsView;
import dev.maestro.firestore.api.IntentsView;
import dev.maestro.firestore.api.MarketView;
import dev.maestro.firestore.api.MetaHistoryView;
import dev.maestro.firestore.api.PerformanceView;
import dev.maestro.firestore.api.PolicyView;
import dev.maestro.firestore.api.RankingView;
import dev.maestro.firestore.api.StatusView;
import dev.maestro.firestore.api.WeightsView;
import dev.maestro.firestore.api.list.AccountList;
import dev.maestro.firestore.api.list.AlertList;
import dev.maestro.firestore.api.list.MarketList;
import dev.maestro.firestore.api.list.MemberList;
import dev.maestro.firestore.api.list.PolicyHistory;
import dev.maestro.firestore.api.list.SignalList;
import dev.maestro.firestore.api.list.StrategyList;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.audit.StoredDecisions;
import dev.maestro.firestore.metrics.FirestoreMetrics;
import dev.maestro.firestore.twin.StoredTwins;
import dev.maestro.functions.status.capital.CapitalShapes;
import dev.maestro.functions.status.capital.IntentReads;
import dev.maestro.functions.status.decision.DecisionReads;
import dev.maestro.functions.status.decision.DecisionShapes;
import dev.maestro.functions.status.decision.WhyReads;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.list.ListReads;
import dev.maestro.functions.status.list.ListShapes;
import dev.maestro.functions.status.market.MarketReads;
import dev.maestro.functions.status.meta.MetaReads;
import dev.maestro.functions.status.meta.MetaShapes;
import dev.maestro.functions.status.metrics.MetricsReads;
import dev.maestro.functions.status.route.QueryParameter;
import dev.maestro.functions.status.route.Route;
import dev.maestro.functions.status.shape.Shape;
import dev.maestro.functions.status.tenant.TenantReads;
import dev.maestro.functions.status.tenant.TenantShapes;
import dev.maestro.functions.status.value.ValueReads;
import dev.maestro.functions.status.value.ValueShapes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The part of the {@link RouteTable} that reads. Nothing is cached: every answer is what the store
 * holds now, and where that is old by itself, the answer says of when it is.
 */
final class ReadRoutes {
  private final Firestore firestore;
  private final Map<String, String> environment;

  private ReadRoutes(Parts parts) {
    this.firestore = parts.firestore();
    this.environment = parts.settings().environment();
  }

  static List<Route> of(Parts parts) {
    ReadRoutes reads = new ReadRoutes(parts);
    return Stream.of(reads.meta(), reads.tenant(), reads.logs(), reads.lists())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> meta() {
    MetaReads meta =
        new MetaReads(
            new StatusView(firestore, environment),
            new MetaHistoryView(firestore),
            new RankingView(firestore, environment));
    MetricsReads metrics = new MetricsReads(new FirestoreMetrics(firestore));
    return List.of(
        Route.get("/metrics", "What cycles have counted, for Prometheus")
            .givesText("text/plain")
            .to(RouteTable.READERS, metrics::text),
        Route.get("/api/msc/status", "The meta controller")
            .gives(MetaShapes.STATUS)
            .to(RouteTable.READERS, meta::status),
        Route.get("/api/msc/history", "What it said before, newest first")
            .query(QueryParameter.BEFORE, QueryParameter.LIMIT)
            .gives(MetaShapes.HISTORY)
            .to(RouteTable.READERS, meta::history),
        Route.get("/api/msc/health", "The health it goes by, with a word for each figure")
            .gives(MetaShapes.HEALTH)
            .to(RouteTable.READERS, meta::health),
        Route.get("/api/msc/strategies", "Strategies as it would rank them now")
            .gives(MetaShapes.RANKING)
            .to(RouteTable.READERS, meta::strategies));
  }

  private List<Route> tenant() {
    TenantReads tenant =
        new TenantReads(
            new PolicyView(firestore),
            new ConfigView(firestore, environment),
            new WeightsView(firestore));
    ControlView control = new ControlView(firestore);
    PerformanceView performance = new PerformanceView(firestore);
    return List.of(
        Route.get("/api/maestro/weights", "The weights of a user")
            .query(TenantReads.UID)
            .gives(TenantShapes.WEIGHTS)
            .to(RouteTable.READERS, tenant::weights),
        Route.get("/api/maestro/policy", "The trading policy in force")
            .gives(TenantShapes.POLICY)
            .to(RouteTable.READERS, tenant::policy),
        page(
            "/api/maestro/policy/history",
            "The trading policies that were new, newest first",
            TenantShapes.HISTORY,
            PolicyHistory.LIST),
        Route.get("/api/maestro/config", "The configuration in force")
            .query(TenantReads.SECTION)
            .gives(TenantShapes.CONFIG)
            .to(RouteTable.READERS, tenant::config),
        Route.get("/api/maestro/control", "The kill switches that hold for the tenant")
            .gives(TenantShapes.CONTROL)
            .to(RouteTable.READERS, call -> Answer.ok(control.of(call.tenant()))),
        Route.get("/api/maestro/performance", "Closed days of every strategy, by strategy")
            .query(QueryParameter.BEFORE, QueryParameter.LIMIT)
            .gives(ListShapes.PERFORMANCE)
            .to(RouteTable.READERS, call -> Answer.ok(performance.of(call.page()))),
        Route.get("/api/maestro/value", "What Maestro was worth, part by part, on paper")
            .gives(ValueShapes.VALUE)
            .to(RouteTable.READERS, new ValueReads(new StoredTwins(firestore))::value));
  }

  private List<Route> logs() {
    DecisionReads decisions = new DecisionReads(new DecisionsView(firestore));
    WhyReads why = new WhyReads(new StoredDecisions(firestore));
    IntentReads intents = new IntentReads(new IntentsView(firestore));
    return List.of(
        Route.get("/api/maestro/decisions", "The decision log, newest first")
            .query(QueryParameter.BEFORE, QueryParameter.LIMIT)
            .gives(DecisionShapes.PAGE)
            .to(RouteTable.READERS, decisions::page),
        Route.get("/api/maestro/decisions/{id}", "One whole record of it")
            .gives(DecisionShapes.RECORD)
            .to(RouteTable.READERS, decisions::one),
        Route.get(
                "/api/maestro/decisions/{id}/why/{strategy}",
                "What would have made a decision on a strategy's signals fall the other way")
            .gives(DecisionShapes.WHY)
            .to(RouteTable.READERS, why::one),
        Route.get("/api/maestro/intents", "Orders, newest first")
            .query(QueryParameter.BEFORE, QueryParameter.LIMIT, IntentReads.STATE)
            .gives(Shape.page("intents", "nonce", CapitalShapes.INTENT))
            .to(RouteTable.WATCHERS, intents::page),
        Route.get("/api/maestro/intents/{nonce}", "One order, with its history")
            .gives(CapitalShapes.ONE_INTENT)
            .to(RouteTable.WATCHERS, intents::one));
  }

  private List<Route> lists() {
    MarketReads market = new MarketReads(new MarketView(firestore));
    return List.of(
        page("/api/maestro/alerts", "Alerts, newest first", ListShapes.ALERTS, AlertList.LIST),
        page(
            "/api/maestro/signals",
            "The newest signal of every strategy outside",
            ListShapes.SIGNALS,
            SignalList.LIST),
        page(
            "/api/maestro/strategies",
            "Registered strategies",
            ListShapes.STRATEGIES,
            StrategyList.LIST),
        page(
            "/api/maestro/accounts",
            "Accounts as their brokers showed them last",
            ListShapes.ACCOUNTS,
            AccountList.LIST),
        page("/api/maestro/members", "Who may do what", ListShapes.MEMBERS, MemberList.LIST),
        page(
            "/api/maestro/market",
            "Symbols with their newest bars",
            ListShapes.MARKET,
            MarketList.LIST),
        Route.get("/api/maestro/market/{symbol}", "The bars of a symbol, oldest first")
            .gives(ListShapes.BARS)
            .to(RouteTable.READERS, market::one));
  }

  private Route page(String path, String summary, Shape shape, StoredList list) {
    return Route.get(path, summary)
        .query(QueryParameter.BEFORE, QueryParameter.LIMIT)
        .gives(shape)
        .to(RouteTable.READERS, new ListReads(firestore).of(list));
  }
}
