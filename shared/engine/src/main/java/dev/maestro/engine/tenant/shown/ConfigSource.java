package dev.maestro.engine.tenant.shown;

import java.util.Locale;

/** Where the value of a setting comes from. */
public enum ConfigSource {
  /** The stored configuration of the tenant. */
  TENANT,
  /** A variable of the functions' environment. */
  ENVIRONMENT,
  /** The table of the profiles. */
  PROFILE,
  /** Nobody said anything. */
  DEFAULT;

  /** In lower case, for people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
