/** Whether a text about a cycle keeps to its record: numbers, counts, names, words. */
package dev.maestro.engine.narration.fact;
