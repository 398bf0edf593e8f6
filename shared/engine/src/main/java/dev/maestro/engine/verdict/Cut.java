package dev.maestro.engine.verdict;

import java.math.BigDecimal;

/**
 * One step that made an approved signal smaller.
 *
 * @param code what made it smaller
 * @param from allocation before
 * @param to allocation after, smaller
 */
public record Cut(String code, BigDecimal from, BigDecimal to) {}
