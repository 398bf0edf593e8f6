package dev.maestro.engine.market.feed;

import java.time.Instant;

/**
 * A time between two bars in which there is none. It is no fault: markets close.
 *
 * @param after the end of the bar before it
 * @param before the start of the bar after it
 * @param missing how many bars would fit between them, 1 or more
 */
public record BarGap(Instant after, Instant before, long missing) {}
