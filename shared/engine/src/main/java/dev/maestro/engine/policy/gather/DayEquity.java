package dev.maestro.engine.policy.gather;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How an account's day has gone so far, in account currency.
 *
 * @param day in the zone of the tenant
 * @param start equity when the day began
 * @param flows deposits less withdrawals since then
 * @param highest equity of the day, each time less the flows up to then
 */
public record DayEquity(LocalDate day, BigDecimal start, BigDecimal flows, BigDecimal highest) {}
