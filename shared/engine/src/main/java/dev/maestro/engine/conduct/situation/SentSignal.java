package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.name.StrategyName;
import java.util.Optional;

/**
 * What a strategy outside sent last, as it came. Not a signal yet: reading it is the business of
 * the cycle, and what cannot be read is named in its record.
 *
 * @param content of any form; empty: nothing was in it
 */
public record SentSignal(StrategyName strategy, Optional<Object> content) {}
