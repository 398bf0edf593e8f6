/** How values of the engine become plain ones and come back the same, to the last digit. */
package dev.maestro.engine.archive.value;
