package dev.maestro.firestore.api.page;

import dev.maestro.engine.port.RefusedInputException;
import java.util.Optional;

/** How many entries a page has. */
public final class PageLimit {
  /** Entries of a page, unless fewer or more are asked for. */
  public static final int DEFAULT = 50;

  private static final int MAX = 200;

  private PageLimit() {}

  /**
   * The number in this text.
   *
   * @param text 1 to 200; empty: 50
   * @throws RefusedInputException if it is something else
   */
  public static int of(Optional<String> text) throws RefusedInputException {
    if (text.isEmpty()) {
      return DEFAULT;
    }
    if (text.get().matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text.get());
      if (limit >= 1 && limit <= MAX) {
        return limit;
      }
    }
    throw new RefusedInputException(
        "limit", "limit must be a whole number from 1 to " + MAX + ", got '" + text.get() + "'");
  }
}
