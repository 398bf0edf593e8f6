package dev.maestro.engine.reweigh.window;

import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.util.Set;

/** Reads windows from the journal itself. A read changes nothing and may be repeated. */
@FunctionalInterface
public interface ReadJournalPort {
  /**
   * The newest usable trades per agent, whatever their documents hold: as many as a window takes,
   * or all there are.
   *
   * @param agents whose windows are wanted; empty: everybody's
   * @param lookback trades per window
   * @param now against which closes in the future are judged
   * @throws RuntimeException if the store cannot be read to the end
   */
  JournalWindows read(Uid uid, Set<String> agents, int lookback, Instant now);
}
