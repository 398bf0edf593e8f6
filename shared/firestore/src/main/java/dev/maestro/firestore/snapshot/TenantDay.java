package dev.maestro.firestore.snapshot;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.meta.health.EquityPoint;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.snapshot.Marks;
import dev.maestro.engine.snapshot.PeriodRows;
import dev.maestro.firestore.cycle.AccountDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.StoredFields;
import dev.maestro.firestore.store.UnreadableDocumentException;
import dev.maestro.firestore.tenant.ConfigDocument;
import dev.maestro.firestore.tenant.StrategyDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a tenant when a day of it is closed.
 *
 * @param day that is closed, UTC
 * @param throttle the rolling document as it was written last; empty: none that can be read
 * @param throttleStored the same as it stands in the store
 * @param statsStored the statistics as they stood before the journals were read
 * @param equity start-of-day equity by day, a positive amount or not
 * @param bars of the symbols that the account holds
 */
record TenantDay(
    ConfigDocument.Reading config,
    StrategyDocument.Registered registered,
    LocalDate day,
    Instant now,
    Optional<ThrottleDocument> throttle,
    DocumentSnapshot throttleStored,
    DocumentSnapshot statsStored,
    Optional<AccountState> account,
    SortedMap<LocalDate, EquityPoint> equity,
    Map<Symbol, BarHistory> bars) {

  /** Positions are known as they are now; they were the same at the end of a day just over. */
  private static final Duration JUST_OVER = Duration.ofDays(1);

  /** True if a later day is closed already: this one is old news. */
  boolean isOldNews() {
    return throttle.filter(written -> written.closedDay().isAfter(day)).isPresent();
  }

  /** The users whose journals hold the tenant's trades. */
  SortedSet<Uid> uids() {
    SortedSet<Uid> uids = new TreeSet<>(Set.of(config.tenant().ownerUid()));
    registered.strategies().forEach(strategy -> uids.add(strategy.uid()));
    return uids;
  }

  /** The mark of a strategy at the end of the day that is closed. */
  Optional<BigDecimal> mark(StrategyId strategy) {
    Instant end = PeriodRows.endOf(day);
    return now.isAfter(end.plus(JUST_OVER))
        ? Optional.empty()
        : Marks.of(strategy, account.map(AccountState::snapshot), bars, end);
  }

  /** Equity at the start of each day as capital; nothing can be divided by what is not above 0. */
  Map<LocalDate, BigDecimal> capital() {
    Map<LocalDate, BigDecimal> capital = new HashMap<>();
    equity.forEach(
        (date, point) -> {
          if (point.equity().signum() > 0) {
            capital.put(date, point.equity());
          }
        });
    return capital;
  }

  /** The stored points of equity, and that of the day that the account says has begun. */
  static SortedMap<LocalDate, EquityPoint> withToday(
      SortedMap<LocalDate, EquityPoint> stored,
      Optional<AccountState> account,
      ConfigDocument.Reading config) {
    SortedMap<LocalDate, EquityPoint> all = new TreeMap<>(stored);
    account
        .flatMap(AccountState::day)
        .ifPresent(
            begun ->
                all.put(
                    begun.day(),
                    new EquityPoint(
                        begun.day().atStartOfDay(config.tenant().zone()).toInstant(),
                        begun.start())));
    return all;
  }

  /** An account, if there is one that can be read. */
  static Optional<AccountState> account(DocumentSnapshot document) {
    try {
      return document.exists()
          ? Optional.of(AccountDocument.read(document.getId(), StoredFields.of(document)))
          : Optional.empty();
    } catch (UnreadableDocumentException unreadable) {
      return Optional.empty();
    }
  }
}
