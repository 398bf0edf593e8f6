package dev.maestro.engine.cycle.input;

/** Whether a strategy may open positions, and if not, why; its mode is another matter. */
public enum Admission {
  /** LIVE, and selected, or nobody selects. */
  ADMITTED,
  /** LIVE with too few trades to be selected: it trades REDUCED at most. */
  ON_PROBATION,
  /** Its status is SHADOW: no candidate, and SHADOW_MODE whatever its figures. */
  SHADOW,
  /** LIVE, and neither selected nor on probation; the rankings say how far it fell short. */
  NOT_SELECTED,
  /** Its status is DISABLED: a person has to set it LIVE again. */
  DISABLED;

  /** True if its mode says what becomes of its entries. */
  public boolean isByMode() {
    return compareTo(NOT_SELECTED) < 0;
  }
}
