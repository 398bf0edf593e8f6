package dev.maestro.engine.policy.profile;

import java.util.Locale;

/** Where the value of a parameter comes from, weakest first. */
public enum ValueSource {
  /** The table of the profiles. */
  PROFILE,
  /** A variable ORCH_... of the environment. */
  ENVIRONMENT,
  /** The configuration of the tenant. */
  TENANT,
  /** Given with the very call. */
  EXPLICIT;

  /** In lower case, for people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
