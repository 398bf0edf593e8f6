package dev.maestro.engine.evidence.claim;

/**
 * What a record has shown, from the weakest to the strongest. A word that was once reached stays,
 * and a stronger one shows over it.
 */
public enum EvidenceWord {
  /** Nothing is shown either way. Look at what could have been found by now before you trust it. */
  UNDECIDED,
  /** The Sharpe ratio was above 0. Nothing to do; it may die all the same. */
  PROVEN,
  /** It was good once and is no more. Take it out, or look for what changed in its market. */
  DIED,
  /** It never was as good as claimed. Take it out; a new version starts anew. */
  DISPROVED;

  /** The one that shows over the other. */
  EvidenceWord stronger(EvidenceWord other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
