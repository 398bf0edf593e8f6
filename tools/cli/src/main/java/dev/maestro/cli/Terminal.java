package dev.maestro.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where people read: UTF-8 text, colours and progress only on a terminal. */
public final class Terminal {
  private Terminal() {}

  /** Standard output. */
  public static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  /** Standard error. */
  public static PrintStream err() {
    return new PrintStream(System.err, true, StandardCharsets.UTF_8);
  }

  /** Prints one sentence about an error. */
  public static void error(String sentence) {
    err().println("maestro: " + sentence);
  }

  /**
   * True if a person watches and wants colour and movement. The launcher tells whether standard
   * error is a terminal: Java itself cannot on every supported JDK.
   */
  public static boolean isInteractive() {
    return Boolean.getBoolean("maestro.terminal") && System.getenv("NO_COLOR") == null;
  }
}
