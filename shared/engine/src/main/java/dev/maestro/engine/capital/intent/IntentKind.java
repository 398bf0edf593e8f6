package dev.maestro.engine.capital.intent;

/** What an intent is for. */
public enum IntentKind {
  /** Opens or adds to a position; its capital is reserved. */
  ENTRY,
  /** Takes from a position; its quantity is reserved. */
  EXIT
}
