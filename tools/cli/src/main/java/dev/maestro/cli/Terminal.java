package dev.maestro.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where people read: UTF-8 text, colours and progress only on a terminal. */
public final class Terminal {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private Terminal() {}

  /** Standard output. */
  public static PrintStream out() {
    return OUT;
  }

  /** Standard error. */
  public static PrintStream err() {
    return ERR;
  }

  /** Prints one sentence about an error. */
  public static void error(String sentence) {
    ERR.println("maestro: " + sentence);
  }

  /**
   * True if a person watches and wants colour and movement. The launcher tells whether standard
   * error is a terminal: Java itself cannot on every supported JDK.
   */
  public static boolean isInteractive() {
    return Boolean.getBoolean("maestro.terminal") && System.getenv("NO_COLOR") == null;
  }
}
