package dev.maestro.engine.capital.sizing;

import dev.maestro.engine.number.Money;
import java.math.BigDecimal;

/**
 * The figures of account and ledger that bound an entry; amounts in the account's currency.
 *
 * @param agentUsed what the agent's holdings cost and its open entries reserve
 * @param available what the broker would still let us buy, less what was promised since; exact
 * @param exposure what all holdings cost and all open entries reserve
 * @param symbolExposure the same of the entry's symbol
 */
public record CapitalRoom(
    Money equity, Money agentUsed, BigDecimal available, Money exposure, Money symbolExposure) {}
