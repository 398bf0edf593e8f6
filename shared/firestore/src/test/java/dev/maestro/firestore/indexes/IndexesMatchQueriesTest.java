package dev.maestro.firestore.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainHeadForm;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.firestore.EmulatedStore;
import dev.maestro.firestore.alert.Alerts;
import dev.maestro.firestore.api.DecisionsView;
import dev.maestro.firestore.api.IntentsView;
import dev.maestro.firestore.api.MetaHistoryView;
import dev.maestro.firestore.api.StatusView;
import dev.maestro.firestore.api.TenantPolicies;
import dev.maestro.firestore.api.list.AccountList;
import dev.maestro.firestore.api.list.AlertList;
import dev.maestro.firestore.api.list.MarketList;
import dev.maestro.firestore.api.list.MemberList;
import dev.maestro.firestore.api.list.PolicyHistory;
import dev.maestro.firestore.api.list.SignalList;
import dev.maestro.firestore.api.list.StrategyList;
import dev.maestro.firestore.api.page.PageRequest;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.audit.DecisionLog;
import dev.maestro.firestore.cycle.FirestoreCycles;
import dev.maestro.firestore.hook.FirestoreHooks;
import dev.maestro.firestore.journal.JournalReader;
import dev.maestro.firestore.paper.FirestorePaper;
import dev.maestro.firestore.paper.PaperAccounts;
import dev.maestro.firestore.rules.Root;
import dev.maestro.firestore.shadow.ShadowTradeDocument;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import dev.maestro.firestore.store.IoMeter;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import dev.maestro.firestore.store.StoredValue;
import dev.maestro.firestore.tenant.MemberStore;
import dev.maestro.firestore.tenant.StrategyStore;
import dev.maestro.firestore.tenant.TenantStore;
import dev.maestro.firestore.weights.FirestoreJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The emulator answers every query, production only those that have an index. So every method that
 * sends a query is called here once, and what went over the wire is held against {@code
 * firestore.indexes.json}, both ways.
 */
class IndexesMatchQueriesTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Tenant ACME =
      new Tenant(
          TENANT, "Acme", true, BigDecimal.valueOf(100_000), ZoneOffset.UTC, new Uid("olga"));
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 1, 30);
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");

  /** A line per method that sends a query, or for several that one call goes through. */
  private static final List<StoreCall> CALLS =
      List.of(
          call(db -> new TenantStore(db).activeTenants(name -> {}), "TenantStore.activeTenants"),
          call(db -> new StrategyStore(db).list(TENANT, new Uid("olga")), "StrategyStore.list"),
          call(db -> new MemberStore(db).list(TENANT), "MemberStore.list"),
          call(db -> new FirestoreHooks(db).list(TENANT), "FirestoreHooks.list"),
          call(db -> new JournalReader(db).all(new Uid("olga"), NOW), "JournalReader.all"),
          call(db -> closedYesterday(new JournalReader(db)), "JournalReader.closedBetween"),
          call(
              db -> new FirestoreJournal(db).read(new Uid("olga"), Set.of(), 200, NOW),
              "JournalQueries.agentAfter",
              "JournalQueries.page"),
          call(db -> new FirestoreCycles(db, Map.of()).load(TENANT, NOW), "CycleReader.read"),
          call(
              db -> new DecisionLog(db).forEachCycle(TENANT, (id, one) -> {}),
              "DecisionLog.forEachCycle"),
          call(IndexesMatchQueriesTest::pages, "StoredList.first"),
          call(IndexesMatchQueriesTest::waitingIntents, "IntentsView.page"),
          call(db -> new FirestorePaper(db, Map.of()).accounts(TENANT), "FirestorePaper.accounts"),
          call(db -> new PaperAccounts(db).ofActiveTenants(), "PaperAccounts.ofActiveTenants"),
          call(
              db -> new FirestorePaper(db, Map.of()).reserved(TENANT, AccountId.MAIN),
              "FirestorePaper.reserved"),
          call(
              db -> StoreCalls.await(ShadowTradeDocument.since(db, TENANT, NOW).get()),
              "ShadowTradeDocument.since"),
          call(db -> new StatusView(db, Map.of()).of(TENANT, NOW), "StatusView.liveStrategies"),
          call(db -> new TenantPolicies(db, TENANT).tradingHistory(1), "TenantPolicies.history"),
          call(db -> new TenantPolicies(db, TENANT).globalHistory(1), "TenantPolicies.history"),
          call(db -> closing(db).close(TENANT, YESTERDAY, NOW), "TenantDayReader.load"),
          call(
              IndexesMatchQueriesTest::prunedHistory,
              "FirestoreHistories.oldest",
              "FirestoreHistories.newest"),
          call(
              IndexesMatchQueriesTest::prunedLogs,
              "FirestoreLogs.removeWeights",
              "OldDecisions.page"));

  /** Queries of people and tools on the server, which no code here sends. */
  private static final List<CompositeIndex> QUERIES_OF_THE_DESIGN =
      List.of(
          // The newest periods of a strategy of a user.
          index(
              "strategy_performance",
              IndexField.ascending("uid"),
              IndexField.ascending("strategy_id"),
              IndexField.descending("period_start")),
          // The newest systemic risks of a tenant.
          index(
              "logs",
              IndexField.ascending("tenant_id"),
              IndexField.ascending("systemic_risk_detected"),
              IndexField.descending("timestamp")),
          // The newest systemic risks of all tenants.
          index(
              "logs",
              IndexField.ascending("systemic_risk_detected"),
              IndexField.descending("timestamp")));

  private static final List<StoredList> LISTS =
      List.of(
          AccountList.LIST,
          AlertList.LIST,
          MarketList.LIST,
          MemberList.LIST,
          PolicyHistory.LIST,
          SignalList.LIST,
          StrategyList.LIST);

  private static final IndexFile FILE = IndexFile.read(Root.text("firestore.indexes.json"));
  private static final Map<StoreCall, List<QueryShape>> RECORDED = new LinkedHashMap<>();

  /** A place in the code where a query is made. */
  private static final Pattern SENDS = Pattern.compile("\\.(where\\w*|orderBy|collectionGroup)\\(");

  /** The beginning of a method of a class at the top, as our formatter writes it. */
  private static final Pattern METHOD = Pattern.compile("(?m)^  [\\w<>\\[\\], .?@]+ (\\w+)\\(");

  /**
   * A call that sends queries.
   *
   * @param methods that make them, as {@code Class.method}
   */
  private record StoreCall(List<String> methods, Consumer<Firestore> action) {}

  /** Asks for a page. */
  private interface Asking {
    void from(PageRequest first) throws RefusedInputException;
  }

  @BeforeAll
  static void record() {
    EmulatedStore store = EmulatedStore.empty("demo-indexes");
    Firestore firestore = store.firestore();
    IoMeter meter = store.meter();
    new TenantStore(firestore).create(ACME, Map.of(), "test", NOW);
    store.write(
        Paths.trade(new Uid("olga"), "trade-1"), Map.of("agent_id", "alpha", "closed_at", NOW));
    for (StoreCall call : CALLS) {
      int before = meter.queries().size();
      call.action().accept(firestore);
      RECORDED.put(
          call, meter.queries().stream().skip(before).map(QueryShape::of).distinct().toList());
    }
  }

  @Test
  void every_query_has_its_index() {
    assertThat(RECORDED)
        .allSatisfy(
            (call, shapes) ->
                assertThat(shapes)
                    .as(call.methods().toString())
                    .hasSizeGreaterThanOrEqualTo(call.methods().size()));
    assertThat(shapes().flatMap(shape -> FILE.missing(shape).stream())).isEmpty();
    assertThat(FILE.composites()).containsAll(QUERIES_OF_THE_DESIGN);
  }

  @Test
  void every_index_has_its_query() {
    List<CompositeIndex> unused = new ArrayList<>(FILE.composites());
    unused.removeAll(QUERIES_OF_THE_DESIGN);
    unused.removeIf(index -> shapes().anyMatch(index::serves));

    assertThat(unused).isEmpty();
  }

  /** Benchmarks query emulators alone. */
  @Test
  void every_method_that_sends_a_query_is_called_here() throws IOException {
    Set<String> methods = new TreeSet<>();
    for (String folder : List.of("shared", "functions", "tools/cli", "tools/local")) {
      try (Stream<Path> files = Files.walk(Root.file(folder))) {
        files
            .filter(
                file -> file.toString().replace('\\', '/').matches(".*/src/main/java/.*\\.java"))
            .forEach(file -> methods.addAll(senders(file)));
      }
    }
    assertThat(methods).isNotEmpty();
    assertThat(CALLS.stream().flatMap(call -> call.methods().stream()).collect(Collectors.toSet()))
        .as("each method that sends a query needs a line in CALLS")
        .containsAll(methods);
  }

  @Test
  void a_filter_of_any_kind_is_a_query() {
    assertThat(".where(Filter.equalTo(\"a\", 1))").containsPattern(SENDS);
    assertThat(".whereEqualTo(\"a\", 1)").containsPattern(SENDS);
  }

  /**
   * The methods of a file that make a query, as {@code Class.method}; names of the engine that look
   * alike are none.
   */
  private static Set<String> senders(Path file) {
    Set<String> senders = new TreeSet<>();
    String text = text(file);
    if (!text.contains("import com.google.cloud.firestore.")) {
      return senders;
    }
    Matcher query = SENDS.matcher(text);
    while (query.find()) {
      String method =
          METHOD
              .matcher(text.substring(0, query.start()))
              .results()
              .reduce((first, second) -> second)
              .map(found -> found.group(1))
              .orElse("?");
      senders.add(file.getFileName().toString().replace(".java", "." + method));
    }
    return senders;
  }

  /** The lists of a tenant. */
  private static void pages(Firestore firestore) {
    asking(
        first -> {
          new DecisionsView(firestore).page(first);
          new MetaHistoryView(firestore).of(first);
          for (StoredList list : LISTS) {
            list.answer(firestore, first);
          }
        });
  }

  private static void waitingIntents(Firestore firestore) {
    IntentsView intents = new IntentsView(firestore);
    asking(
        first -> {
          intents.page(first, Optional.empty());
          intents.page(first, Optional.of("RESERVED"));
        });
  }

  private static void asking(Asking asking) {
    try {
      asking.from(PageRequest.first(TENANT, NOW));
    } catch (RefusedInputException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<QueryShape> shapes() {
    return RECORDED.values().stream().flatMap(List::stream);
  }

  private static void closedYesterday(JournalReader journal) {
    StoreCalls.await(journal.closedBetween(new Uid("olga"), NOW.minusSeconds(86_400), NOW, NOW));
  }

  private static void prunedHistory(Firestore firestore) {
    Instant old = NOW.minus(Duration.ofDays(91));
    StoreCalls.await(
        firestore
            .document(Paths.of(TENANT, "policy/current/history/old"))
            .set(StoredValue.map(Map.of("evaluated_at", old))));
    FirestoreSnapshot.histories(firestore).prune(TENANT, NOW);
  }

  private static void prunedLogs(Firestore firestore) {
    Map<String, Object> head = ChainHeadForm.FORM.write(new ChainHead(200, "0".repeat(64)));
    StoreCalls.await(
        firestore.document(Paths.of(TENANT, "control/chain")).set(StoredValue.map(head)));
    FirestoreSnapshot.logs(firestore).prune(TENANT, Duration.ofDays(90), NOW);
  }

  private static CloseDay closing(Firestore firestore) {
    Alerts alerts = new Alerts(firestore, (message, fields) -> {});
    return FirestoreSnapshot.closeDay(firestore, alerts, RebuildWindowsPort.NONE, Map.of());
  }

  private static StoreCall call(Consumer<Firestore> action, String... methods) {
    return new StoreCall(List.of(methods), action);
  }

  private static CompositeIndex index(String collection, IndexField... fields) {
    return new CompositeIndex(collection, false, List.of(fields));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
