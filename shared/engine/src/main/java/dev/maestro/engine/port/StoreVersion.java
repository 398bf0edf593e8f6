package dev.maestro.engine.port;

/**
 * What stood in a store when it was read, as the store names it to itself. Whoever replaces what
 * was read hands it back, and the write fails if somebody else was faster. Opaque: only the store
 * that made one looks into it. No number, and nothing that could be compared for age.
 */
public interface StoreVersion {
  /** Of what was never stored. */
  StoreVersion NONE = new StoreVersion() {};
}
