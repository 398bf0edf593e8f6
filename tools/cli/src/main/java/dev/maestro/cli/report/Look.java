package dev.maestro.cli.report;

/** How a table of a report is shown where there are pictures; without them it is a table. */
public enum Look {
  /** Rows and columns. */
  TABLE,
  /** Two columns: what it is, and how much. */
  FIGURES,
  /** A name, a figure of 0 or more, a sentence: the figure is the length of a bar. */
  BARS,
  /** A time, a kind, a sentence: kinds can be left out, and words looked for. */
  TIMELINE
}
