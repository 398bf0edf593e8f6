package dev.maestro.engine.evidence.track;

import java.time.LocalDate;

/**
 * A closed day on which a strategy held a position or closed a trade, and whose return is known; an
 * idle day is none.
 *
 * @param dayReturn a fraction, finite
 */
public record ExposedDay(LocalDate date, double dayReturn) {}
