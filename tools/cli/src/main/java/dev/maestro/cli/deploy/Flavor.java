package dev.maestro.cli.deploy;

/** How the functions reach the cloud. */
enum Flavor {
  /** Each from its own jar: Google builds the container. The default. */
  JAR,
  /** All from one container of ours with an archive of loaded classes: starts in less time. */
  IMAGE
}
