package dev.maestro.engine.policy;

/** How entries are chosen, loosest first. */
public enum EntryMode {
  /** With the trend, early. */
  AGGRESSIVE,
  /** As the strategy would alone. */
  NORMAL,
  /** Only the clearest signals. */
  DEFENSIVE
}
