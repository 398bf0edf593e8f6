package dev.maestro.firestore.wrong;

/**
 * What a wrong value has done.
 *
 * @param place document and field
 * @param what in words
 */
record Breach(String place, Kind kind, String what) {
  /** What must not be. */
  enum Kind {
    /** The cycle threw. */
    FAILED,
    /** Nothing was decided, exits included. */
    UNDECIDED,
    /** Something was approved, or allowed, that was not before. */
    LOOSER,
    /** The decision was another, and nobody was told. */
    SILENT
  }
}
