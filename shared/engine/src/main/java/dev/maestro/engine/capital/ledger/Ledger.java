package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.intent.Grants;
import dev.maestro.engine.capital.intent.OpenIntents;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was promised and what executors reported, of one account, with what a command has to know
 * beside it: the broker's account, the kill switch and the policy in force. Immutable.
 *
 * @param executor who alone may claim and close: a uid, or {@code paper}
 * @param account empty before the first snapshot that could be read
 * @param intents the open ones
 * @param book holdings and lots
 * @param bookings since the snapshot
 * @param grants of the last hour
 * @param restrictions suspended strategies and symbols in doubt
 * @param control the kill switch, the tenant's and everybody's together
 * @param policy in force
 * @param dayEntries entries of the day that have ended FILLED
 * @param latestTrades per strategy and symbol
 * @param assigned what strategies count as having received, less what they count as having paid,
 *     for what was assigned to them
 * @param version one more with each command that changed something
 */
public record Ledger(
    String executor,
    Optional<BrokerAccount> account,
    OpenIntents intents,
    PositionBook book,
    Bookings bookings,
    Grants grants,
    Restrictions restrictions,
    TradingControl control,
    EntryPolicy policy,
    DayEntries dayEntries,
    LatestTrades latestTrades,
    Money assigned,
    long version) {
  /** An empty one: ACTIVE, fence 0, a policy that allows everything, no snapshot. */
  public static Ledger empty(String executor) {
    return new Ledger(
        executor,
        Optional.empty(),
        OpenIntents.none(BigDecimal.ONE),
        PositionBook.EMPTY,
        Bookings.NONE,
        Grants.NONE,
        Restrictions.NONE,
        TradingControl.INITIAL,
        EntryPolicy.ALLOWS_ALL,
        DayEntries.NONE,
        LatestTrades.NONE,
        Money.ZERO,
        0);
  }

  /** With another executor. */
  public Ledger withExecutor(String changed) {
    return new Ledger(
        changed,
        account,
        intents,
        book,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** With another account. */
  public Ledger withAccount(BrokerAccount changed) {
    return new Ledger(
        executor,
        Optional.of(changed),
        intents,
        book,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** With other open intents. */
  public Ledger withIntents(OpenIntents changed) {
    return new Ledger(
        executor,
        account,
        changed,
        book,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** With other holdings and lots. */
  public Ledger withBook(PositionBook changed) {
    return new Ledger(
        executor,
        account,
        intents,
        changed,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** With other bookings. */
  public Ledger withBookings(Bookings changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        changed,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** With other grants. */
  public Ledger withGrants(Grants changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        changed,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** With other restrictions. */
  public Ledger withRestrictions(Restrictions changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        grants,
        changed,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** Under another state of the kill switch. */
  public Ledger withControl(TradingControl changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        grants,
        restrictions,
        changed,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** Under another policy. */
  public Ledger withPolicy(EntryPolicy changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        grants,
        restrictions,
        control,
        changed,
        dayEntries,
        latestTrades,
        assigned,
        version);
  }

  /** With other entries of the day. */
  public Ledger withDayEntries(DayEntries changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        changed,
        latestTrades,
        assigned,
        version);
  }

  /** With other newest trades. */
  public Ledger withLatestTrades(LatestTrades changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        changed,
        assigned,
        version);
  }

  /** With another balance of what was assigned. */
  public Ledger withAssigned(Money changed) {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        changed,
        version);
  }

  /** The next version. */
  public Ledger nextVersion() {
    return new Ledger(
        executor,
        account,
        intents,
        book,
        bookings,
        grants,
        restrictions,
        control,
        policy,
        dayEntries,
        latestTrades,
        assigned,
        version + 1);
  }
}
