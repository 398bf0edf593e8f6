package dev.maestro.engine.paper.desk;

import dev.maestro.engine.port.StoreVersion;

/**
 * A desk's book as it was read.
 *
 * @param version to be handed back by who replaces it
 */
public record StoredBook(DeskBook book, StoreVersion version) {}
