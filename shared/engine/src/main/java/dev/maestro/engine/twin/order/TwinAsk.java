package dev.maestro.engine.twin.order;

import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.sizing.EntryTerms;

/**
 * An entry as one book sees it: what is left of it, and what bounds it there.
 *
 * @param terms with the weight and the allocation of this book
 * @param maxPositions that the book may hold with it
 */
public record TwinAsk(EntryTerms terms, SizingLimits limits, int maxPositions) {}
