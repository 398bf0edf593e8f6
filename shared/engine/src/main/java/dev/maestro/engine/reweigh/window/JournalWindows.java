package dev.maestro.engine.reweigh.window;

import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.TradeWindow;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a journal says.
 *
 * @param byAgent the newest usable trades of every agent that was asked for and has any
 * @param rejections the unusable documents that were met on the way, each id once
 */
public record JournalWindows(SortedMap<String, TradeWindow> byAgent, List<Rejection> rejections) {
  /** Keeps its own collections. */
  public JournalWindows {
    byAgent = Collections.unmodifiableSortedMap(new TreeMap<>(byAgent));
    rejections = List.copyOf(rejections);
  }
}
