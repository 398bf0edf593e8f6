package dev.maestro.embedded.journal.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a file.
 *
 * @param id of the execution; blank if it has none
 * @param line where it stands
 * @param sign 1 for a purchase, -1 for a sale
 * @param quantity above 0
 * @param price per unit, above 0
 * @param multiplier units per contract, above 0
 * @param fee paid for it, negative for a rebate
 * @param pnl what the export says it realised, before fees; empty if it says nothing
 * @param text the row, for the record
 */
public record Execution(
    String id,
    long line,
    String agent,
    String symbol,
    Instant at,
    int sign,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal multiplier,
    BigDecimal fee,
    Optional<BigDecimal> pnl,
    String text) {}
