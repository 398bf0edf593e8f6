package dev.maestro.cli.deploy;

import java.util.Locale;

/** How the functions reach the cloud. */
public enum Flavor {
  /** Each from its own jar: Google builds the container. The default. */
  JAR,
  /** All from one container of ours with an archive of loaded classes: starts in less time. */
  IMAGE;

  /** The word of the command line and of {@code _FLAVOR}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
