package dev.maestro.engine.paper.broker;

import dev.maestro.engine.paper.PaperBook;
import java.util.List;

/**
 * What new bars made of a book.
 *
 * @param results in the order in which they happened
 * @param taken what they took out of positions
 */
public record Advance(PaperBook book, List<PaperResult> results, List<PaperTaken> taken) {
  /** Keeps its own lists. */
  public Advance {
    results = List.copyOf(results);
    taken = List.copyOf(taken);
  }

  /** The orders that ended. */
  public List<PaperResult> fills() {
    return results.stream().filter(PaperResult::isOfOrder).toList();
  }

  /** What stops and targets closed. */
  public List<PaperResult> closes() {
    return results.stream().filter(result -> !result.isOfOrder()).toList();
  }
}
