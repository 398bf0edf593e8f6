/** The engine as a filter: one JSON object per line in, one per line out. */
package dev.maestro.cli.eval;
