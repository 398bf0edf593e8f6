package dev.maestro.firestore.tenant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a member of a tenant may do; stored in lower case. */
public enum Role {
  /** Sees everything of the tenant. */
  VIEWER,
  /** Sees, and throws the kill switch. */
  OPERATOR,
  /** Everything, members and configuration among it. */
  ADMIN,
  /** Sends signals for the strategies of its membership. */
  AGENT,
  /** Claims intents and reports fills and accounts. */
  EXECUTOR,
  /** Writes market data and inputs. */
  FEEDER;

  /** The word that is stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word, in any case; empty if it is none. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.name().equalsIgnoreCase(word.strip()))
        .findFirst();
  }

  /** All words, for people. */
  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
