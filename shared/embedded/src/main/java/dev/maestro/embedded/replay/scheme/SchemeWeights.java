package dev.maestro.embedded.replay.scheme;

import dev.maestro.embedded.replay.day.ReplayDay;
import java.util.SortedMap;

/** What a scheme gives to agents from evening to evening. */
public interface SchemeWeights {
  /**
   * The weights for the day to come, fractions that add up to at most 1; an agent that is not named
   * has none. Made of the days that were {@linkplain #learn learned}, and of nothing else.
   */
  SortedMap<String, Double> weights();

  /** A day is over. */
  void learn(ReplayDay day);
}
