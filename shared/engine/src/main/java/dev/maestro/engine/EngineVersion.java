package dev.maestro.engine;

/** Names the engine in everything that it decides. */
public final class EngineVersion {
  /** The version of this engine. */
  public static final String CURRENT = "0.1.0";

  private EngineVersion() {}
}
