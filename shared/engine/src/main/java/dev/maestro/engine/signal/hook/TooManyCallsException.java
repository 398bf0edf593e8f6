package dev.maestro.engine.signal.hook;

import java.time.Duration;

/** More calls came than are looked at; nothing was read for this one. */
public final class TooManyCallsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  /** Says when one may come again. */
  TooManyCallsException(Duration wait) {
    super("too many calls: come again in " + wait.toSeconds() + " s");
    this.wait = wait;
  }

  /** How long the caller should wait, above 0. */
  public Duration waitFor() {
    return wait;
  }
}
