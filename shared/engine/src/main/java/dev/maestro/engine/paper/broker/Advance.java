package dev.maestro.engine.paper.broker;

import dev.maestro.engine.paper.PaperBook;
import java.util.List;

/**
 * What new bars made of a book.
 *
 * @param fills of the orders that ended, filled or not
 * @param closes of stops and targets
 * @param taken what both took out of positions
 */
public record Advance(
    PaperBook book, List<PaperFill> fills, List<PaperClose> closes, List<PaperTaken> taken) {
  /** Keeps its own lists. */
  public Advance {
    fills = List.copyOf(fills);
    closes = List.copyOf(closes);
    taken = List.copyOf(taken);
  }
}
