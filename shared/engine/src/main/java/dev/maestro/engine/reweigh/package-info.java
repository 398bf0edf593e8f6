/** Weights that follow the journal: what is read and written when a trade closes. */
package dev.maestro.engine.reweigh;
