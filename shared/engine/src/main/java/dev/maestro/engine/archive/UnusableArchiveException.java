package dev.maestro.engine.archive;

/** A kept input that cannot be decided again; the message says why and what helps. */
public final class UnusableArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ArchiveFault fault;

  /** For a reason, in words. */
  public UnusableArchiveException(ArchiveFault fault, String why) {
    super(fault + ": " + why);
    this.fault = fault;
  }

  /** The reason. */
  public ArchiveFault fault() {
    return fault;
  }
}
