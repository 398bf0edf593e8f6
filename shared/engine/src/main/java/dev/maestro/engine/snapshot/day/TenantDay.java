package dev.maestro.engine.snapshot.day;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.snapshot.row.Marks;
import dev.maestro.engine.snapshot.row.PeriodRows;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.TenantStrategies;
import dev.maestro.engine.throttle.ClosedDays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What is known of a tenant when a day of it is closed.
 *
 * @param day that is closed, UTC
 * @param rolling the rolling documents as they stood before the journals were read
 * @param storedEquity start-of-day equity by day, in the tenant's zone; a point that cannot be read
 *     is left out
 * @param bars of the symbols that the account holds
 */
public record TenantDay(
    Tenant tenant,
    TenantConfig config,
    TenantStrategies strategies,
    LocalDate day,
    Instant now,
    Rolling rolling,
    Optional<AccountState> account,
    SortedMap<LocalDate, EquityPoint> storedEquity,
    Map<Symbol, BarHistory> bars) {

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

  /** True if a later day is closed already: this one is old news. */
  public boolean isOldNews() {
    return rolling.closedDays().filter(written -> written.closedDay().isAfter(day)).isPresent();
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
        : Marks.of(strategy, account.map(AccountState::snapshot), bars, end);
  }

  /** The equity of the day that the account says has begun, by that day; empty: none has. */
  public SortedMap<LocalDate, EquityPoint> begun() {
    SortedMap<LocalDate, EquityPoint> begun = new TreeMap<>();
    account
        .flatMap(AccountState::day)
        .ifPresent(
            known ->
                begun.put(
                    known.day(),
                    new EquityPoint(
                        known.day().atStartOfDay(tenant.zone()).toInstant(), known.start())));
    return begun;
  }

  /** Start-of-day equity by day: what is stored, and the day that has begun. */
  public SortedMap<LocalDate, EquityPoint> equity() {
    SortedMap<LocalDate, EquityPoint> all = new TreeMap<>(storedEquity);
    all.putAll(begun());
    return all;
  }

  /** Equity at the start of each day as capital; nothing can be divided by what is not above 0. */
  public Map<LocalDate, BigDecimal> capital() {
    Map<LocalDate, BigDecimal> capital = new HashMap<>();
    equity()
        .forEach(
            (date, point) -> {
              if (point.equity().signum() > 0) {
                capital.put(date, point.equity());
              }
            });
    return capital;
  }
}
