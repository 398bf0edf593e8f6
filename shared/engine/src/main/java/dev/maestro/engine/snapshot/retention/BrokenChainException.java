package dev.maestro.engine.snapshot.retention;

/** Decisions that should be removed do not build on each other: they are evidence, and stay. */
public final class BrokenChainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong with which record. */
  public BrokenChainException(String fault) {
    super(fault);
  }
}
