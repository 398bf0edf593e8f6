package dev.maestro.cli.journal;

import dev.maestro.cli.Terminal;
import dev.maestro.engine.journal.Rejection;
import java.util.List;

/** Names the rows of a journal that cannot be used. */
public final class RejectedRows {
  private static final int SHOWN = 20;

  private RejectedRows() {}

  /** Prints how many there are, and the newest with line, reason and mend. */
  public static void print(List<Rejection> rejections) {
    if (rejections.isEmpty()) {
      return;
    }
    int hidden = Math.max(0, rejections.size() - SHOWN);
    Terminal.error(
        "rejected rows: " + rejections.size() + (hidden > 0 ? "; the newest " + SHOWN + ":" : ":"));
    for (Rejection rejection : rejections.subList(hidden, rejections.size())) {
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
