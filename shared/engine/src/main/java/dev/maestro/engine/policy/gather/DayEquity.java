package dev.maestro.engine.policy.gather;

import dev.maestro.engine.number.TimeToCome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How an account's day has gone so far, in account currency.
 *
 * @param day in the zone of the tenant
 * @param start equity when the day began
 * @param flows deposits less withdrawals since then
 * @param highest equity of the day, each time less the flows up to then
 */
public record DayEquity(LocalDate day, BigDecimal start, BigDecimal flows, BigDecimal highest) {
  /** True if it is more than a day ahead: no clock can have begun it. */
  public boolean isOfTimeToCome(Instant now) {
    return TimeToCome.is(day, now);
  }

  /** The same with other flows. */
  public DayEquity withFlows(BigDecimal other) {
    return new DayEquity(day, start, other, highest);
  }

  /** The same once the account has this equity. */
  public DayEquity reaching(BigDecimal equity) {
    return new DayEquity(day, start, flows, highest.max(equity.subtract(flows)));
  }
}
