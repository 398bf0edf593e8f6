package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was booked since the last snapshot, as far as that cannot contain it.
 *
 * @param sinceSnapshot in the order in which they were booked
 * @param used the sum of what they use of the buying power: filled_since
 */
public record Bookings(List<Booking> sinceSnapshot, Money used) {
  /** None. */
  public static final Bookings NONE = new Bookings(List.of(), Money.ZERO);

  /** Keeps its own list. */
  public Bookings {
    sinceSnapshot = List.copyOf(sinceSnapshot);
  }

  /** With one more. */
  public Bookings with(Booking booking) {
    List<Booking> longer = new ArrayList<>(sinceSnapshot.size() + 1);
    longer.addAll(sinceSnapshot);
    longer.add(booking);
    return new Bookings(longer, used.plus(booking.used()));
  }

  /** Without those that a snapshot contains: booked at the time or before. */
  public Bookings after(Instant contained) {
    List<Booking> kept = new ArrayList<>(sinceSnapshot);
    kept.removeIf(booking -> !booking.at().isAfter(contained));
    return of(kept);
  }

  /** These bookings, summed. */
  public static Bookings of(List<Booking> bookings) {
    return new Bookings(
        bookings, bookings.stream().map(Booking::used).reduce(Money.ZERO, Money::plus));
  }

  /**
   * One booking.
   *
   * @param at the time of the command in our clock; an executor's clock decides about no money
   * @param used of the buying power, 0 or more
   */
  public record Booking(Symbol symbol, Instant at, Money used) {
    /** Refuses a booking that would give money back before the broker says so. */
    public Booking {
      if (used.signum() < 0) {
        throw new IllegalArgumentException("a booking uses 0 or more, got " + used);
      }
    }
  }
}
