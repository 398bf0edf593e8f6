package dev.maestro.gcp.identity;

import java.util.Locale;
import java.util.Optional;

/** What a member may do; stored in lower case. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Writes the signals of its own strategies. */
  AGENT,
  /** Claims and reports intents of its accounts. */
  EXECUTOR,
  /** Writes market data and accounts. */
  FEEDER,
  /** Evaluates, halts, resumes. */
  OPERATOR,
  /** Changes members, strategies, configuration. */
  ADMIN;

  /** The word that is stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a stored word; empty for any other text. */
  public static Optional<Role> ofWord(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
