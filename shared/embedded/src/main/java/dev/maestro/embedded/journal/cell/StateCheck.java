package dev.maestro.embedded.journal.cell;

import dev.maestro.embedded.journal.format.WordRule;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import java.util.Optional;

/**
 * A column whose words say what a row is.
 *
 * @param slot of its cell
 * @param column its name in the file
 * @param rule what its words mean
 */
public record StateCheck(int slot, String column, WordRule rule) {
  /** What the row's word means; empty if nobody knows. */
  public Optional<Meaning> of(Object[] cells) {
    return rule.of(word(cells));
  }

  /** The word, blank if the row has none. */
  public String word(Object[] cells) {
    Object cell = cells[slot];
    return cell == null ? "" : cell.toString();
  }
}
