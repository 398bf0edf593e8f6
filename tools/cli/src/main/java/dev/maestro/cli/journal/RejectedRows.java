package dev.maestro.cli.journal;

import dev.maestro.cli.Terminal;
import dev.maestro.engine.journal.Rejection;
import java.util.List;

/** Names the rows of a journal that cannot be used. */
public final class RejectedRows {
  private static final int SHOWN = 20;

  private RejectedRows() {}

  /**
   * Prints how many there are, and the newest with line, reason and mend.
   *
   * @param rejections by line, the newest at least
   * @param count all of them
   */
  public static void print(List<Rejection> rejections, long count) {
    if (rejections.isEmpty()) {
      return;
    }
    int from = Math.max(0, rejections.size() - SHOWN);
    int shown = rejections.size() - from;
    Terminal.error(
        "rejected rows: " + count + (count > shown ? "; the newest " + shown + ":" : ":"));
    for (Rejection rejection : rejections.subList(from, rejections.size())) {
      Terminal.err()
          .println(
              "  line "
                  + rejection.line().orElseThrow()
                  + ": "
                  + rejection.reason().code()
                  + " ("
                  + rejection.tradeId()
                  + (rejection.found().isEmpty() ? "" : ", " + rejection.found())
                  + "): "
                  + rejection.reason().mend());
    }
  }
}
