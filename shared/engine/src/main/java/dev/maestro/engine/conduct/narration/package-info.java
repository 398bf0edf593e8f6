/** A cycle that is stored is told in words: asked for, checked, put beside its record. */
package dev.maestro.engine.conduct.narration;
