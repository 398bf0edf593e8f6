package dev.maestro.engine.journal;

import java.util.Optional;

/**
 * What became of a window.
 *
 * @param window the window after the change; with {@link Effect#NEEDS_REBUILD} the best that is
 *     known without reading the journal
 * @param evicted the trade that fell out at the old end
 */
public record WindowChange(TradeWindow window, Effect effect, Optional<WindowTrade> evicted) {
  /** The kinds of change. */
  public enum Effect {
    /** The trade is new in the window. */
    INSERTED,
    /** The trade was in the window with other values. */
    CORRECTED,
    /** The trade was taken out. */
    REMOVED,
    /** Nothing to do: the same values again, or the trade to remove was not there. */
    UNCHANGED,
    /** Older than the oldest of a full window, which is no part of it by definition. */
    TOO_OLD,
    /** A place in a full window became free, and only the journal knows who fills it. */
    NEEDS_REBUILD
  }

  /** True if the stored window has to be written again. */
  public boolean isChanged() {
    return effect != Effect.UNCHANGED && effect != Effect.TOO_OLD;
  }

  static WindowChange of(TradeWindow window, Effect effect) {
    return new WindowChange(window, effect, Optional.empty());
  }
}
