package dev.maestro.engine.weights;

/** What a person should know about a set of weights. */
public enum Warning {
  /** Floor x agents is above 1; half of an equal share is the floor instead. */
  FLOOR_INFEASIBLE,
  /** Every agent is losing: each keeps the floor, the rest is cash. */
  ALL_LOSING
}
