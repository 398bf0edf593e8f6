/** From the bytes of a file to the lines that a parser may see. */
package dev.maestro.embedded.journal.source;
