/** Ids and symbols, which names a store takes, and what somebody probably meant to write. */
package dev.maestro.engine.name;
