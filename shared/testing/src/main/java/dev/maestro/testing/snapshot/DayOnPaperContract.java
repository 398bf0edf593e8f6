package dev.maestro.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.Guard;
import dev.maestro.engine.paper.LastBar;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperPosition;
import dev.maestro.engine.shadow.ShadowBook;
import dev.maestro.engine.shadow.ShadowTrade;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a closed day keeps of trading on paper, and what the throttle makes of it, on one store. */
public abstract class DayOnPaperContract extends SnapshotScene {
  private static final PositionKey KEY = new PositionKey(SYMBOL, new Holder("A"));
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final List<String> reasons = new ArrayList<>();

  @Test
  void a_day_keeps_its_mode_and_what_was_closed_on_paper() {
    shadowed();
    stage.shadow(TENANT, ShadowBook.EMPTY, List.of(trade("n1", NOON, "12.5")));
    close();

    assertThat(onPaper(DAY).mode()).isEqualTo(ThrottleMode.SHADOW_MODE);
    assertThat(onPaper(DAY).pnl().orElseThrow()).isEqualByComparingTo("12.5");
    assertThat(row(DAY.toString()).orElseThrow().realizedPnl()).isEqualByComparingTo("0");
    assertThat(close().written()).isZero();
  }

  @Test
  void what_is_open_on_paper_counts_by_the_change_of_its_mark() {
    shadowed();
    account("2026-03-05T00:05:00Z", "2026-03-05", "nobody");
    stage.shadow(TENANT, holding(NOON), List.of());
    close();

    assertThat(onPaper(DAY).mark().orElseThrow()).isEqualByComparingTo("25");
    assertThat(onPaper(DAY).pnl().orElseThrow()).isEqualByComparingTo("25");
    feedNextDay();
    close(DAY.plusDays(1), NOW.plus(Duration.ofDays(1)));
    assertThat(onPaper(DAY.plusDays(1)).mark().orElseThrow()).isEqualByComparingTo("40");
    assertThat(onPaper(DAY.plusDays(1)).pnl().orElseThrow()).isEqualByComparingTo("15");
  }

  @Test
  void what_is_open_on_paper_without_a_price_makes_the_day_unknown() {
    shadowed();
    account("2026-03-05T00:05:00Z", "2026-03-05", "nobody");
    stage.lose(TENANT, SYMBOL);
    stage.shadow(TENANT, holding(NOON), List.of(trade("n2", NOON, "100")));
    close();

    assertThat(onPaper(DAY).pnl()).isEmpty();
    assertThat(reading("A")).isInstanceOf(PerformanceReading.Unavailable.class);
  }

  @Test
  void what_was_closed_after_midnight_was_open_at_the_end_of_the_day() {
    shadowed();
    account("2026-03-05T00:05:00Z", "2026-03-05", "nobody");
    stage.shadow(TENANT, ShadowBook.EMPTY, List.of(trade("n1", NOW.minusSeconds(60), "999")));
    close();

    assertThat(onPaper(DAY).pnl().orElseThrow()).isEqualByComparingTo("25");
  }

  @Test
  void what_was_closed_on_a_weekend_counts_on_monday() {
    shadowed();
    LocalDate friday = DAY.plusDays(2);
    stage.shadow(TENANT, ShadowBook.EMPTY, List.of(trade("n1", noon(friday), "1")));
    close(friday, noon(friday.plusDays(1)));
    stage.shadow(TENANT, ShadowBook.EMPTY, List.of(trade("n2", noon(friday.plusDays(2)), "7")));
    close(friday.plusDays(3), noon(friday.plusDays(4)));

    assertThat(onPaper(friday.plusDays(3)).pnl().orElseThrow()).isEqualByComparingTo("7");
  }

  /** A week of losses in earnest, then weeks of gains on paper. */
  @Test
  void a_strategy_that_wins_on_paper_for_thirty_days_returns_in_two_steps() {
    tenant(Map.of(), "A");
    remember(ThrottleMode.ACTIVE, Instant.parse("2025-12-29T00:00:00Z"));
    LocalDate day = LocalDate.of(2025, 12, 29);
    List<ThrottleMode> modes = new ArrayList<>();
    while (modes.size() < 45 && !(modes.size() > 5 && isActive(modes))) {
      if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
        trade(day, modes.size());
        account(day.plusDays(1) + "T00:05:00Z", day.plusDays(1).toString(), "nobody");
        Instant night = Instant.parse(day.plusDays(1) + "T00:10:00Z");
        close(day, night);
        modes.add(cycle(night));
      }
      day = day.plusDays(1);
    }

    assertThat(modes.stream().skip(4).distinct())
        .containsExactly(ThrottleMode.SHADOW_MODE, ThrottleMode.REDUCED, ThrottleMode.ACTIVE);
    int reduced = modes.indexOf(ThrottleMode.REDUCED);
    assertThat(reduced).isGreaterThan(25);
    assertThat(reasons.get(reduced - 1)).contains("looser on 1 of 2 further closed days");
    assertThat(reasons.get(reduced)).contains("Sharpe Ratio").contains("by 50%");
    assertThat(modes.size() - 1 - reduced).isGreaterThanOrEqualTo(2);
    assertThat(reasons.get(modes.size() - 2)).contains("looser on 1 of 2 further closed days");
    assertThat(reasons.get(modes.size() - 1)).contains("Full allocation maintained");
  }

  private void trade(LocalDate day, int count) {
    if (count < 5) {
      journal("loss-" + count, "A", noon(day).toString(), String.valueOf(-8 - 2 * count));
    } else {
      String pnl = count % 2 == 0 ? "5.5" : "4.5";
      stage.shadow(TENANT, ShadowBook.EMPTY, List.of(trade("n" + count, noon(day), pnl)));
    }
  }

  private static boolean isActive(List<ThrottleMode> modes) {
    return modes.get(modes.size() - 1) == ThrottleMode.ACTIVE;
  }

  @Test
  void a_strategy_that_trades_in_earnest_earns_nothing_on_paper() {
    tenant(Map.of(), "A");
    remember(ThrottleMode.ACTIVE, NOON);
    journal("one", "A", "2026-03-04T12:00:00Z", "-5");
    stage.shadow(TENANT, ShadowBook.EMPTY, List.of(trade("n1", NOON, "500")));
    close();

    PeriodRow row = row(DAY.toString()).orElseThrow();
    assertThat(row.realizedPnl()).isEqualByComparingTo("-5");
    assertThat(row.onPaper().orElseThrow().mode()).isEqualTo(ThrottleMode.ACTIVE);
  }

  /** One cycle after a closed day, as far as the throttle goes. */
  private ThrottleMode cycle(Instant now) {
    PerformanceReading reading =
        stage
            .stores()
            .days()
            .load(TENANT, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1), now)
            .rolling()
            .closedDays()
            .orElseThrow()
            .reading(A, now, ThrottleConfig.DEFAULTS);
    ThrottleMemory.Outcome outcome =
        ThrottleMemory.decide(
            Optional.ofNullable(stats().throttleMemory().get(A)),
            reading,
            now,
            ThrottleConfig.DEFAULTS);
    remember(outcome.memory());
    reasons.add(outcome.decision().reasoning());
    return outcome.decision().mode();
  }

  private void shadowed() {
    tenant(Map.of(), "A");
    remember(ThrottleMode.SHADOW_MODE, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private void remember(ThrottleMode mode, Instant at) {
    remember(
        new ThrottleMemory(mode, at, Optional.of(LocalDate.of(2025, 12, 31)), Optional.empty()));
  }

  private void remember(ThrottleMemory memory) {
    SortedMap<StrategyId, ThrottleMemory> memories = new TreeMap<>(Map.of(A, memory));
    TenantStats before =
        stage.stores().rolling().stats(TENANT).stats().orElse(TenantStats.empty(Instant.EPOCH));
    replaceStats(before.withThrottleMemory(memories, memory.decidedAt()));
  }

  private OnPaper onPaper(LocalDate day) {
    return row(day.toString()).orElseThrow().onPaper().orElseThrow();
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  /** Ten, long, from 10.00. */
  private static ShadowTrade trade(String nonce, Instant closedAt, String pnl) {
    return new ShadowTrade(
        new Nonce(nonce),
        KEY,
        OrderSide.BUY,
        Quantity.of("10"),
        BigDecimal.TEN,
        BigDecimal.TEN,
        Money.of(pnl),
        closedAt.minusSeconds(3600),
        closedAt);
  }

  private static ShadowBook holding(Instant since) {
    PaperPosition position =
        new PaperPosition(
            new Nonce("n1"),
            KEY,
            OrderSide.BUY,
            Quantity.of("10"),
            Money.of("100"),
            Money.ZERO,
            since,
            new Guard(Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.TEN));
    return new ShadowBook(
        new PaperBook(
            Money.ZERO,
            List.of(position),
            List.of(),
            new TreeMap<>(Map.of(SYMBOL, new LastBar(since, BigDecimal.TEN)))),
        new TreeMap<>(),
        List.of());
  }

  /** A day later the symbol stands at 14. */
  private void feedNextDay() {
    Instant start = Instant.parse("2026-03-05T23:00:00Z");
    stage.feed(
        TENANT,
        SYMBOL,
        new BarHistory(Duration.ofHours(1), List.of(new Bar(start, 14, 14, 14, 14, 1))));
  }
}
