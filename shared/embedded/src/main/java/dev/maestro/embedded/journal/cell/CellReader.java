package dev.maestro.embedded.journal.cell;

/**
 * Reads one cell. What it does not understand it gives back as the text it is, for the engine's
 * reader to accept or reject.
 */
public interface CellReader {
  /** Reads a cell of a text file, without making a text of it where that is not needed. */
  Object read(char[] text, int offset, int length);

  /** Reads a value of JSON; what is no text is the engine's to judge. */
  default Object read(Object value) {
    return value instanceof String text ? read(text.toCharArray(), 0, text.length()) : value;
  }
}
