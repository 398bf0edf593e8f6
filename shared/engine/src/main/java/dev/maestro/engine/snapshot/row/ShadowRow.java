package dev.maestro.engine.snapshot.row;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowFacts;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a strategy earned on paper on a day: what was closed, and the change of what is open. It
 * reaches back to the end of the day before that has a row of its own, so that what was closed on a
 * weekend is not left out. Unknown is empty, never 0.
 */
public final class ShadowRow {
  private static final int PLACES = 10;

  private final List<Open> spans;
  private final List<ShadowTrade> trades;
  private final Map<Symbol, BarHistory> bars;

  private ShadowRow(
      Holder strategy, ShadowBook book, List<ShadowTrade> trades, Map<Symbol, BarHistory> bars) {
    this.trades = trades.stream().filter(each -> each.key().holder().equals(strategy)).toList();
    this.bars = bars;
    this.spans = new ArrayList<>();
    book.positions().stream()
        .filter(position -> position.key().holder().equals(strategy))
        .map(Open::of)
        .forEach(spans::add);
    this.trades.stream().map(Open::of).forEach(spans::add);
  }

  /** Something that was open for a time; without an end it still is. */
  private record Open(
      Symbol symbol,
      BigDecimal signedQuantity,
      BigDecimal cost,
      Instant from,
      Optional<Instant> until) {
    static Open of(PaperPosition position) {
      return new Open(
          position.key().symbol(),
          position.signed().value(),
          position.cost().value().multiply(BigDecimal.valueOf(position.opened().sign())),
          position.openedAt(),
          Optional.empty());
    }

    static Open of(ShadowTrade trade) {
      Quantity signed =
          trade.opened() == OrderSide.BUY ? trade.quantity() : trade.quantity().negated();
      return new Open(
          trade.key().symbol(),
          signed.value(),
          signed.value().multiply(trade.entryPrice()),
          trade.openedAt(),
          Optional.of(trade.closedAt()));
    }

    boolean isOpenAt(Instant time) {
      return from.isBefore(time) && until.filter(end -> end.isBefore(time)).isEmpty();
    }
  }

  /**
   * The day on paper.
   *
   * @param before the days before it of which that is known
   * @param bars of {@link ShadowFacts#symbols}
   */
  public static OnPaper of(
      Holder strategy,
      ThrottleMode mode,
      LocalDate day,
      SortedMap<LocalDate, OnPaper> before,
      ShadowFacts facts,
      Map<Symbol, BarHistory> bars) {
    if (facts.book().isEmpty() || facts.trades().isEmpty()) {
      return new OnPaper(mode, Optional.empty(), Optional.empty());
    }
    ShadowRow row = new ShadowRow(strategy, facts.book().get(), facts.trades().get(), bars);
    Optional<LocalDate> last =
        Optional.of(before.headMap(day))
            .filter(days -> !days.isEmpty())
            .map(days -> days.lastKey());
    Instant end = PeriodRows.endOf(day);
    Optional<Instant> lastEnd =
        last.map(PeriodRows::endOf)
            .filter(time -> !time.isBefore(end.minus(ShadowFacts.LOOK_BACK)));
    Instant start = lastEnd.orElse(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    Optional<BigDecimal> markBefore =
        row.isOpenAt(start)
            ? lastEnd.flatMap(any -> last.map(date -> before.get(date))).flatMap(OnPaper::mark)
            : Optional.of(BigDecimal.ZERO);
    Optional<BigDecimal> mark = row.mark(end);
    Optional<BigDecimal> pnl =
        mark.flatMap(
            now -> markBefore.map(then -> row.realized(start, end).add(now).subtract(then)));
    return new OnPaper(mode, pnl, mark);
  }

  private boolean isOpenAt(Instant time) {
    return spans.stream().anyMatch(span -> span.isOpenAt(time));
  }

  private BigDecimal realized(Instant from, Instant end) {
    return trades.stream()
        .filter(trade -> !trade.closedAt().isBefore(from) && trade.closedAt().isBefore(end))
        .map(trade -> trade.realizedPnl().value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What was open at a time, above its cost. */
  private Optional<BigDecimal> mark(Instant time) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Open span : spans) {
      if (span.isOpenAt(time)) {
        Optional<BigDecimal> price =
            Marks.price(Optional.ofNullable(bars.get(span.symbol())), time);
        if (price.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(price.get().multiply(span.signedQuantity())).subtract(span.cost());
      }
    }
    return Optional.of(sum.scale() > PLACES ? sum.setScale(PLACES, RoundingMode.HALF_EVEN) : sum);
  }
}
