package dev.maestro.engine.limit;

/** What a call is counted as; each kind has a limit of its own, and none uses up another's. */
public enum CallKind {
  /** It changes nothing. */
  READ,
  /** It changes something. */
  WRITE,
  /** An executor looks for orders, claims, reports or closes: no other call may starve an exit. */
  ORDER
}
