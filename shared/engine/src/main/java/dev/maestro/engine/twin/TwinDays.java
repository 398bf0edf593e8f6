package dev.maestro.engine.twin;

import dev.maestro.engine.evidence.paired.DailyEffect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the books have made, day by day (UTC). A day counts if its newest marks are known of
 * everything that is held: each by a bar that closed on that day. A day of which they are not is
 * none of 0: what it made is a part of the next day that counts. For a part only days count on
 * which one of its two books held something.
 *
 * @param day that runs
 * @param counted what each book had made at the end of the newest day that counts
 * @param worth what each had made when everything was marked for the last time
 * @param asOf when that was; empty: never yet
 * @param exposed books that held something since the newest day that counts
 * @param effects of each part, in money a day
 * @param unmarked days since the newest one that counts that could not be marked
 */
public record TwinDays(
    LocalDate day,
    BookAmounts counted,
    BookAmounts worth,
    Optional<Instant> asOf,
    Set<TwinBook> exposed,
    Map<TwinPart, DailyEffect> effects,
    int unmarked) {
  /** Keeps its own copies; a part without days has none. */
  public TwinDays {
    exposed = copy(exposed);
    Map<TwinPart, DailyEffect> all = new EnumMap<>(TwinPart.class);
    for (TwinPart part : TwinPart.values()) {
      all.put(part, effects.getOrDefault(part, DailyEffect.NONE));
    }
    effects = Collections.unmodifiableMap(all);
  }

  /** What a part makes on a day with exposure. */
  public DailyEffect effect(TwinPart part) {
    return effects.getOrDefault(part, DailyEffect.NONE);
  }

  /** From a time on. */
  public static TwinDays from(Instant now) {
    return new TwinDays(
        dayOf(now), BookAmounts.ZERO, BookAmounts.ZERO, Optional.empty(), Set.of(), Map.of(), 0);
  }

  /** The day that a time belongs to. */
  public static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /**
   * After a cycle. The first one of a later day closes the day before; a clock that steps back
   * closes nothing.
   *
   * @param held books that held something in it
   * @param marked what each book has made; empty: something that is held has no mark of today
   */
  public TwinDays after(Instant now, Set<TwinBook> held, Optional<BookAmounts> marked) {
    TwinDays running = dayOf(now).isAfter(day) ? closed(dayOf(now)) : this;
    Set<TwinBook> all = copy(running.exposed);
    all.addAll(held);
    return new TwinDays(
        running.day,
        running.counted,
        marked.orElse(running.worth),
        marked.map(known -> now).or(() -> running.asOf),
        all,
        running.effects,
        running.unmarked);
  }

  private TwinDays closed(LocalDate next) {
    if (asOf.filter(time -> dayOf(time).equals(day)).isEmpty()) {
      return new TwinDays(next, counted, worth, asOf, exposed, effects, unmarked + 1);
    }
    BookAmounts made = worth.minus(counted);
    Map<TwinPart, DailyEffect> more = new EnumMap<>(effects);
    for (TwinPart part : TwinPart.values()) {
      if (exposed.contains(part.with()) || exposed.contains(part.without())) {
        more.computeIfPresent(
            part, (each, known) -> known.next(made.of(part).value().doubleValue()));
      }
    }
    return new TwinDays(next, worth, worth, asOf, Set.of(), more, 0);
  }

  private static Set<TwinBook> copy(Set<TwinBook> books) {
    Set<TwinBook> all = EnumSet.noneOf(TwinBook.class);
    all.addAll(books);
    return all;
  }
}
