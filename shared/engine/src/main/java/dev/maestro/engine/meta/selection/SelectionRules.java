package dev.maestro.engine.meta.selection;

/**
 * How many strategies may trade.
 *
 * @param maxStrategies in any mode, probation included
 * @param minStrategies fewer eligible ones are a warning
 * @param probationSlots most strategies on probation
 */
public record SelectionRules(int maxStrategies, int minStrategies, int probationSlots) {}
