/** What a cycle was decided from, kept beside its record, and decided again. */
package dev.maestro.engine.archive;
