package dev.maestro.embedded.journal.cell;

import java.util.Optional;

/** Where a field of a trade comes from: the cells of its row, in the slots of a plan. */
@FunctionalInterface
public interface FieldSource {
  /** The value; empty if the row has none. */
  Optional<Object> of(Object[] cells);
}
