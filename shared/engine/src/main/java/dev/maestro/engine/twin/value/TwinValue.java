package dev.maestro.engine.twin.value;

import dev.maestro.engine.number.Money;
import dev.maestro.engine.twin.BookAmounts;
import dev.maestro.engine.twin.TwinDays;
import dev.maestro.engine.twin.TwinPart;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.TwinTrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a twin says that Maestro was worth. Whole cents: the parts add up to what POLICY has made
 * more than NONE.
 *
 * @param since what was before is not known to it
 * @param asOf when everything that is held was marked for the last time; empty: never yet
 * @param made by each book
 * @param parts in their order
 * @param unmarked days since then that could not be marked, and are a part of the next that can
 * @param leftOut entries that no book took because one of them was full
 * @param trades the one that was closed last is the first
 */
public record TwinValue(
    Instant since,
    Optional<Instant> asOf,
    BookAmounts made,
    List<PartValue> parts,
    int unmarked,
    int leftOut,
    List<TwinTrade> trades) {
  private static final BigDecimal SECONDS_OF_A_MONTH =
      BigDecimal.valueOf(Duration.ofHours(8766).toSeconds() / 12);

  /** Keeps its own lists. */
  public TwinValue {
    parts = List.copyOf(parts);
    trades = List.copyOf(trades);
  }

  /** Of a twin as it stands. */
  public static TwinValue of(TwinState twin) {
    TwinDays days = twin.days();
    BookAmounts made = days.worth().toCents();
    Duration time = Duration.between(twin.since(), days.asOf().orElse(twin.since()));
    List<TwinTrade> trades = new ArrayList<>(twin.trades().newest());
    Collections.reverse(trades);
    return new TwinValue(
        twin.since(),
        days.asOf(),
        made,
        Arrays.stream(TwinPart.values())
            .map(
                part ->
                    new PartValue(
                        part, made.of(part), perMonth(made.of(part), time), days.effect(part)))
            .toList(),
        days.unmarked(),
        twin.leftOut(),
        trades);
  }

  /** All parts together. */
  public Money effect() {
    return made.effect();
  }

  /** All parts together per month; empty during the first day. */
  public Optional<Money> effectPerMonth() {
    return perMonth(effect(), Duration.between(since, asOf.orElse(since)));
  }

  private static Optional<Money> perMonth(Money money, Duration time) {
    return time.compareTo(Duration.ofDays(1)) < 0
        ? Optional.empty()
        : Optional.of(
            new Money(
                money
                    .value()
                    .multiply(SECONDS_OF_A_MONTH)
                    .divide(BigDecimal.valueOf(time.toSeconds()), 2, RoundingMode.HALF_EVEN)));
  }
}
