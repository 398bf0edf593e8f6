package dev.maestro.engine.policy;

/** What a symbol gets that stands on neither list of a policy. */
public enum SymbolsDefault {
  /** It may be traded. */
  ALLOW,
  /** It may not. */
  DENY
}
