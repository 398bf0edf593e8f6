package dev.maestro.emulator;

/** An emulator ended or stayed silent instead of coming up: another port may serve it better. */
public final class EmulatorNotUpException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  EmulatorNotUpException(IllegalStateException why) {
    super(why.getMessage(), why);
  }
}
