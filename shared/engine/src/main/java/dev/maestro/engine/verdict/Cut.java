package dev.maestro.engine.verdict;

import java.math.BigDecimal;

/**
 * One step that made an approved signal smaller.
 *
 * @param code what made it smaller
 * @param from allocation before; of the ledger's bounds the notional
 * @param to the same after, smaller
 */
public record Cut(String code, BigDecimal from, BigDecimal to) {}
