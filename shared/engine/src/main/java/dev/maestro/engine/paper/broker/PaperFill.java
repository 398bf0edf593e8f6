package dev.maestro.engine.paper.broker;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.time.Instant;

/**
 * How an order ended.
 *
 * @param figures nothing if it never filled
 * @param at the start of the bar that filled it, or when it ended without
 */
public record PaperFill(Nonce nonce, FilledSoFar figures, Instant at) {}
