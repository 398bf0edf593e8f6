package dev.maestro.bench.soak;

import java.util.Map;

/** Numbered calls of one function. */
interface SoakCalls {
  /** What they are, in the plural. */
  String what();

  /** Stores what the first so many calls need. */
  void prepare(int calls);

  /** Makes one, and says how it was answered. */
  int status(int number) throws Exception;

  /** How often each status came so far. */
  Map<Integer, Integer> statuses();
}
