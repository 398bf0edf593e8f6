package dev.maestro.engine.snapshot.day;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.meta.health.EquityCurve;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.shadow.ShadowFacts;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.signal.account.AccountSnapshot;
import dev.maestro.engine.snapshot.row.Marks;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.snapshot.row.ShadowRow;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a tenant when a day of it is closed.
 *
 * @param strangers the users of its strategies who do not belong to it: of their trades only those
 *     count that name it
 * @param day that is closed, UTC
 * @param rolling the rolling documents as they stood before the journals were read
 * @param holdings what the account holds, and at what prices
 * @param begun how the day goes that a cycle has begun; empty: none has
 * @param storedEquity start-of-day equity as it is stored
 */
public record TenantDay(
    Tenant tenant,
    TenantConfig config,
    TenantStrategies strategies,
    SortedSet<Uid> strangers,
    LocalDate day,
    Instant now,
    Rolling rolling,
    Holdings holdings,
    Optional<DayEquity> begun,
    EquityDays storedEquity) {
  /** Keeps its own set. */
  public TenantDay {
    strangers = Collections.unmodifiableSortedSet(new TreeSet<>(strangers));
  }

  /** How far back equity is wanted: the late trades of 35 days, and the throttle's rows. */
  public static final int EQUITY_DAYS = 400;

  /** Positions are known as they are now; they were the same at the end of a day just over. */
  private static final Duration JUST_OVER = Duration.ofDays(1);

  /**
   * The rolling documents as they were found.
   *
   * @param closedDays empty: none that can be read; they are written anew from the journal
   * @param closedDaysVersion wanted back by {@link RollingPort#replaceClosedDays}
   */
  public record Rolling(
      Optional<ClosedDays> closedDays, StoreVersion closedDaysVersion, StoredStats stats) {}

  /**
   * What the account holds, and at what prices.
   *
   * @param account as its broker reports it; empty: unknown
   * @param bars of the symbols that it holds, or that are held on paper, and of the benchmark
   * @param shadow what is held on paper by who may not trade
   */
  public record Holdings(
      Optional<AccountSnapshot> account, Map<Symbol, BarHistory> bars, ShadowFacts shadow) {}

  /** The closed days as they stand; empty: none that can be read, or of a day that is not over. */
  public Optional<ClosedDays> closedDays() {
    return rolling.closedDays().filter(written -> written.isPast(now));
  }

  /** True if a later day is closed already: this one is old news. */
  public boolean isOldNews() {
    return closedDays().filter(written -> written.closedDay().isAfter(day)).isPresent();
  }

  /** The users whose journals hold the tenant's trades. */
  public SortedSet<Uid> users() {
    return strategies.users(tenant);
  }

  /** The mark of a strategy at the end of the day that is closed; empty: unknown. */
  public Optional<BigDecimal> mark(StrategyId strategy) {
    Instant end = PeriodRows.endOf(day);
    return now.isAfter(end.plus(JUST_OVER))
        ? Optional.empty()
        : Marks.of(strategy, holdings.account(), holdings.bars(), end);
  }

  /**
   * What a strategy did on paper on the day that is closed; empty if its mode is not known.
   *
   * @param before days before it of which that is known
   */
  public Optional<OnPaper> onPaper(
      RegisteredStrategy strategy, SortedMap<LocalDate, OnPaper> before) {
    return mode(strategy)
        .map(
            mode ->
                ShadowRow.of(
                    Holder.of(strategy.id()),
                    mode,
                    day,
                    before,
                    holdings.shadow(),
                    holdings.bars()));
  }

  /** As the last cycle of the day remembered it; a strategy whose status is SHADOW is in it. */
  private Optional<ThrottleMode> mode(RegisteredStrategy strategy) {
    return strategy.status() == StrategyStatus.SHADOW
        ? Optional.of(ThrottleMode.SHADOW_MODE)
        : rolling
            .stats()
            .memory()
            .value()
            .flatMap(memory -> Optional.ofNullable(memory.get(strategy.id())))
            .filter(memory -> memory.decidedAt().isAfter(Instant.EPOCH))
            .map(ThrottleMemory::mode);
  }

  /** The equity of the day that has begun, by that day; empty: none has. */
  public SortedMap<LocalDate, EquityPoint> begunEquity() {
    SortedMap<LocalDate, EquityPoint> equity = new TreeMap<>();
    begun.ifPresent(
        known ->
            equity.put(
                known.day(),
                new EquityPoint(
                    known.day().atStartOfDay(tenant.zone()).toInstant(), known.start())));
    return equity;
  }

  /** Start-of-day equity by day: what is stored, and the day that has begun. */
  public EquityDays equity() {
    return storedEquity.with(begunEquity());
  }

  /** Days of the equity curve whose point is missing or cannot be read. */
  public SortedSet<LocalDate> equityGaps() {
    LocalDate from = LocalDate.ofInstant(now.minus(EquityCurve.WINDOW), ZoneOffset.UTC);
    return equity().gaps(from, config.throttle().calendar());
  }

  /** Equity at the start of each day as capital; nothing can be divided by what is not above 0. */
  public Map<LocalDate, BigDecimal> capital() {
    Map<LocalDate, BigDecimal> capital = new HashMap<>();
    equity()
        .points()
        .forEach(
            (date, point) -> {
              if (point.equity().signum() > 0) {
                capital.put(date, point.equity());
              }
            });
    return capital;
  }
}
