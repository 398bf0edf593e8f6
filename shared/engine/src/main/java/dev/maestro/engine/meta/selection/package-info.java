/** Which strategies may trade: their figures, scores, ranking and selection. */
package dev.maestro.engine.meta.selection;
