package dev.maestro.cli.lab;

import dev.maestro.engine.number.HalfEven;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.Throttle;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The engine's throttle with its defaults, on rows of a capital of 10,000. */
final class ThirtyDayPilot implements Pilot {
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

  private final boolean remembers;
  private final Deque<DayResult> rows = new ArrayDeque<>();
  private LocalDate today = FIRST_DAY;
  private Optional<ThrottleMemory> memory = Optional.empty();
  private ThrottleMode mode = ThrottleConfig.DEFAULTS.newStrategyMode();

  ThirtyDayPilot(boolean remembers) {
    this.remembers = remembers;
  }

  @Override
  public double multiplier() {
    return mode.multiplier().doubleValue();
  }

  @Override
  public void learn(double dayReturn, double volatility) {
    BigDecimal capital = ThrottleConfig.DEFAULTS.baseCapital();
    BigDecimal pnl = HalfEven.round(dayReturn * capital.doubleValue(), 4);
    rows.addLast(new DayResult(today, pnl, Optional.of(BigDecimal.ZERO), Optional.of(capital)));
    if (rows.size() > ThrottleConfig.DEFAULTS.lookbackDays()) {
      rows.removeFirst();
    }
    today = today.plusDays(1);
    mode = decide(List.copyOf(rows));
  }

  private ThrottleMode decide(List<DayResult> closed) {
    if (!remembers) {
      return Throttle.decide(closed, ThrottleConfig.DEFAULTS).mode();
    }
    ThrottleMemory.Outcome outcome =
        ThrottleMemory.decide(
            memory,
            new PerformanceReading.Rows(closed),
            today.atStartOfDay(ZoneOffset.UTC).toInstant(),
            ThrottleConfig.DEFAULTS);
    memory = Optional.of(outcome.memory());
    return outcome.decision().mode();
  }
}
