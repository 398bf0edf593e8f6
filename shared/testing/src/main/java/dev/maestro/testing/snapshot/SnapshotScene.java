package dev.maestro.testing.snapshot;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.engine.snapshot.CloseDay;
import dev.maestro.engine.snapshot.RebuildWindowsPort;
import dev.maestro.engine.snapshot.day.DayStores;
import dev.maestro.engine.snapshot.day.StoredStats;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRow.Period;
import dev.maestro.engine.snapshot.row.RowPlace;
import dev.maestro.engine.snapshot.row.StoredRow;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** A tenant {@code T} of the user {@code u}, and the run that closes a Wednesday. */
abstract class SnapshotScene {
  protected static final TenantId TENANT = new TenantId("T");
  protected static final Uid OWNER = new Uid("u");
  protected static final StrategyId A = new StrategyId("A");
  protected static final Symbol SYMBOL = new Symbol("X/Y");
  protected static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  protected static final Instant NOW = Instant.parse("2026-03-05T00:10:00Z");

  protected final List<AlertCode> alerts = new ArrayList<>();
  protected SnapshotStage stage;

  /** An empty store. */
  protected abstract SnapshotStage emptyStage();

  @BeforeEach
  void an_empty_store() {
    stage = emptyStage();
  }

  protected void tenant(Map<String, Object> config, String... strategies) {
    stage.createTenant(
        new Tenant(TENANT, "Test", true, new BigDecimal("10000"), ZoneOffset.UTC, OWNER),
        config,
        Arrays.stream(strategies)
            .map(id -> RegisteredStrategy.live(new StrategyId(id), OWNER))
            .toList());
  }

  protected static Map<String, Object> trade(String strategy, Object closedAt, String pnl) {
    return Map.of(
        "agent_id", strategy,
        "closed_at", closedAt,
        "realized_pnl", pnl,
        "entry_price", "10",
        "quantity", "5");
  }

  protected static Map<String, Object> with(Map<String, Object> trade, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(trade);
    changed.put(name, value);
    return changed;
  }

  protected void journal(String id, String strategy, String closedAt, String pnl) {
    stage.put(OWNER, id, trade(strategy, Instant.parse(closedAt), pnl));
  }

  protected CloseDay.Closing close() {
    return close(DAY, NOW);
  }

  protected CloseDay.Closing close(LocalDate day, Instant now) {
    return closing(stage.stores(), RebuildWindowsPort.NONE).close(TENANT, day, now);
  }

  /** Closes as it is done in earnest, windows too. */
  protected CloseDay.Closing closeAll() {
    return closing(stage.stores(), stage.windows()).close(TENANT, DAY, NOW);
  }

  protected CloseDay closing(DayStores stores, RebuildWindowsPort windows) {
    return new CloseDay(stores, windows, (tenant, code, message, now) -> alerts.add(code));
  }

  /** A row of strategy A, by day or month. */
  protected Optional<PeriodRow> row(String period) {
    RowPlace place =
        period.length() == "2026-03".length()
            ? new RowPlace(OWNER, A, Period.MONTH, LocalDate.parse(period + "-01"))
            : new RowPlace(OWNER, A, Period.DAY, LocalDate.parse(period));
    return Optional.ofNullable(stage.stores().rows().load(TENANT, Set.of(place)).get(place))
        .flatMap(stored -> ((StoredRow.Known) stored).row());
  }

  /** What a row of strategy A realized, as text. */
  protected String realized(String period) {
    return row(period).map(row -> row.realizedPnl().toPlainString()).orElse("no row");
  }

  protected Optional<String> mark(String period) {
    return row(period).orElseThrow().unrealizedPnl().map(BigDecimal::toPlainString);
  }

  protected ClosedDays closedDays() {
    return loaded().rolling().closedDays().orElseThrow();
  }

  protected TenantDay loaded() {
    return stage.stores().days().load(TENANT, DAY, NOW);
  }

  /** The rows of the throttle as they stand, usable or not. */
  protected List<DayResult> throttleRows(String strategy) {
    return Optional.ofNullable(closedDays().byStrategy().get(new StrategyId(strategy))).stream()
        .map(PerformanceReading.Rows.class::cast)
        .flatMap(rows -> rows.days().stream())
        .toList();
  }

  /** What the next cycle knows of a strategy. */
  protected PerformanceReading reading(String strategy) {
    return closedDays().reading(new StrategyId(strategy), NOW, ThrottleConfig.DEFAULTS);
  }

  protected TenantStats stats() {
    return stage.stores().rolling().stats(TENANT).stats().orElseThrow();
  }

  /** Stores statistics as a cycle does. */
  protected void replaceStats(TenantStats stats) {
    StoredStats stored = stage.stores().rolling().stats(TENANT);
    if (!stage.stores().rolling().replaceStats(TENANT, stats, stored.version())) {
      throw new IllegalStateException("somebody else was faster");
    }
  }

  /** 10 units bought at 10.00, and bars that close at 12.50 an hour before midnight. */
  protected void account(String asOf, String day, String strategy) {
    account(asOf, day, strategy, "10", "10");
  }

  protected void account(String asOf, String day, String strategy, String quantity, String price) {
    Position position =
        new Position(
            Optional.of(SYMBOL),
            new BigDecimal(quantity),
            new BigDecimal(price),
            StrategyId.of(strategy));
    stage.report(
        TENANT,
        new AccountSnapshot(
            "main",
            new BigDecimal("10100"),
            new BigDecimal("5000"),
            List.of(position),
            Instant.parse(asOf)),
        new DayEquity(
            LocalDate.parse(day),
            new BigDecimal("10050.50"),
            BigDecimal.ZERO,
            new BigDecimal("10100")));
    Instant midnight = Instant.parse(day + "T00:00:00Z");
    stage.feed(
        TENANT,
        SYMBOL,
        new BarHistory(
            Duration.ofHours(1),
            List.of(bar(midnight.minusSeconds(3600), 12.5), bar(midnight, 99))));
  }

  private static Bar bar(Instant start, double price) {
    return new Bar(start, price, price, price, price, 1);
  }
}
