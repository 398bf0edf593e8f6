package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.Holdings;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.sizing.CapitalRoom;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;

/** The sums of a ledger that gates and bounds ask for. */
public final class LedgerSums {
  private LedgerSums() {}

  /** What open entries reserve: sum of max(0, notional - filled). */
  public static Money reserved(Ledger ledger) {
    return ledger.intents().reserved();
  }

  /** What bookings since the snapshot use of the buying power. */
  public static Money filledSince(Ledger ledger) {
    return ledger.bookings().used();
  }

  /**
   * buying_power - filled_since - what open entries may still take, overfill included; empty
   * without a snapshot.
   */
  public static Optional<BigDecimal> available(Ledger ledger) {
    return ledger
        .account()
        .map(
            account ->
                account
                    .buyingPower()
                    .minus(filledSince(ledger))
                    .value()
                    .subtract(ledger.intents().committed()));
  }

  /** What all holdings cost and all open entries reserve. */
  public static Money exposure(Ledger ledger) {
    return ledger.book().holdings().cost().plus(reserved(ledger));
  }

  /** The same of one symbol. */
  public static Money exposure(Ledger ledger, Symbol symbol) {
    return ledger.book().holdings().costOf(symbol).plus(ledger.intents().reservedIn(symbol));
  }

  /** The same of one agent. */
  public static Money used(Ledger ledger, AgentId agent) {
    return ledger.book().holdings().costOf(agent).plus(ledger.intents().reservedBy(agent));
  }

  /**
   * The figures that bound an entry; only with a snapshot.
   *
   * @param isSymbolBound false: nobody asks for the symbol's exposure, and it is left at 0
   */
  public static CapitalRoom room(
      Ledger ledger, AgentId agent, Symbol symbol, boolean isSymbolBound) {
    return new CapitalRoom(
        ledger.account().orElseThrow().equity(),
        used(ledger, agent),
        available(ledger).orElseThrow(),
        exposure(ledger),
        isSymbolBound ? exposure(ledger, symbol) : Money.ZERO);
  }

  /** Holdings, and open entries whose strategy holds nothing of the symbol. */
  public static int positions(Ledger ledger) {
    Holdings held = ledger.book().holdings();
    int positions = held.size();
    for (Intent intent : ledger.intents().all()) {
      positions += intent.isEntry() && held.get(intent.key()).isEmpty() ? 1 : 0;
    }
    return positions;
  }

  /** True if there are so many positions; they are counted only where that is not plain. */
  public static boolean hasPositions(Ledger ledger, int most) {
    int held = ledger.book().holdings().size();
    return held >= most || (held + ledger.intents().size() >= most && positions(ledger) >= most);
  }

  /** Entries reserved on the UTC day of a time that are open or have ended FILLED. */
  public static int entriesOfDay(Ledger ledger, Instant now) {
    LocalDate day = DayEntries.dayOf(now);
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = start.plusSeconds(86_400);
    int entries = ledger.dayEntries().filledOn(day);
    for (Intent intent : ledger.intents().all()) {
      Instant reserved = intent.order().reservedAt();
      boolean isOfDay = !reserved.isBefore(start) && reserved.isBefore(end);
      entries += intent.isEntry() && isOfDay ? 1 : 0;
    }
    return entries;
  }

  /**
   * What an exit of a position may take: what is held on the side that it closes, less what the
   * other exits that pass may still fill, and in doubt not more than the broker showed.
   *
   * @param ownFilled what the exit itself has filled before
   */
  public static Quantity closable(
      Ledger ledger,
      PositionKey key,
      OrderSide side,
      Predicate<Intent> others,
      Quantity ownFilled) {
    int direction = -side.sign();
    Quantity held =
        ledger
            .book()
            .holdings()
            .get(key)
            .map(holding -> holding.quantity().times(direction).max(Quantity.ZERO))
            .orElse(Quantity.ZERO);
    Quantity free = held.minus(ledger.intents().exitsInFlight(key, others));
    return ledger
        .restrictions()
        .doubt(key.symbol())
        .map(doubt -> free.min(doubt.shown(direction)))
        .orElse(free)
        .plus(ownFilled);
  }
}
