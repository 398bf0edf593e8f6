/** What a cycle's signals are to the twin of its tenant. */
package dev.maestro.engine.conduct.twin;
