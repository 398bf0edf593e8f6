package dev.maestro.cli;

/** What was asked for failed: the message is one sentence that says why and what to do. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public CommandFailure(String message) {
    super(message);
  }
}
