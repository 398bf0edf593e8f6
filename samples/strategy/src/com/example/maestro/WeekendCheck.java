package com.example.maestro;

import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Halves entries from Friday 20:00 UTC on: nobody looks at them before Monday. */
public final class WeekendCheck implements RiskCheck {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int LATE = 20;

  @Override
  public String code() {
    return "WEEKEND";
  }

  @Override
  public BigDecimal factor(Signal entry, RiskInputs inputs) {
    ZonedDateTime now = inputs.now().atZone(ZoneOffset.UTC);
    boolean isLateOnFriday = now.getDayOfWeek() == DayOfWeek.FRIDAY && now.getHour() >= LATE;
    boolean isWeekend = now.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    return isLateOnFriday || isWeekend ? HALF : BigDecimal.ONE;
  }
}
