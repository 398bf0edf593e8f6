package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.RawTrade;
import java.time.Instant;

/**
 * A trade's document, as it was read.
 *
 * @param updatedAt when it was written last, by the clock that also dates performance documents
 */
public record JournalTrade(RawTrade document, Instant updatedAt) {}
