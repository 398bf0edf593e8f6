/** How one cell is read, and how the fields of a trade are made of cells. */
package dev.maestro.embedded.journal.cell;
