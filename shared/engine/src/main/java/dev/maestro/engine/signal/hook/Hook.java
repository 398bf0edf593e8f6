package dev.maestro.engine.signal.hook;

import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.signal.SignalReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An address at which signals of one strategy, in some symbols, are taken from whoever knows its
 * secret. It can do nothing else: no other strategy, no other symbol, no order, nothing to read.
 *
 * @param symbols distinct, sorted, at least one
 * @param names what the sender calls a field of a signal, where that is another name
 * @param secretHash SHA-256 of the secret in hex; empty: it is revoked, and nothing is taken
 * @param changedAt when its secret was made or taken away
 */
public record Hook(
    HookId id,
    TenantId tenant,
    StrategyId strategy,
    List<Symbol> symbols,
    SortedMap<String, String> names,
    Optional<String> secretHash,
    String createdBy,
    Instant createdAt,
    Instant changedAt) {
  /** The field of a body in which the secret stands. */
  public static final String SECRET = "secret";

  /** No hash looks like this; compared with where there is none, so that it takes as long. */
  private static final String NO_SECRET = "-".repeat(64);

  /** Checks everything. */
  public Hook {
    symbols = List.copyOf(new TreeSet<>(symbols));
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    new ConfigRules()
        .require(!symbols.isEmpty(), "symbols must be one at least")
        .require(
            SignalReader.FIELDS.containsAll(names.keySet()),
            "names must be given to fields of a signal, "
                + String.join(", ", SignalReader.FIELDS)
                + ", got "
                + names.keySet())
        .require(
            new HashSet<>(names.values()).size() == names.size()
                && !names.containsValue(SECRET)
                && names.values().stream().noneMatch(String::isBlank),
            "names must be distinct, not blank and not 'secret', got " + names.values())
        .check();
  }

  /** The hash under which a secret is kept. A secret has 256 random bits, so no salt is needed. */
  public static String hash(String secret) {
    return Sha256.hex(secret);
  }

  /**
   * True if that is its secret; takes as long for one that is nearly right, and for a revoked hook.
   */
  public boolean isOpenedBy(String secret) {
    return isSame(secretHash, secret);
  }

  /** The same for a hook that is not there: always false, in the same time. */
  static boolean isNothingOpenedBy(String secret) {
    return isSame(Optional.empty(), secret);
  }

  private static boolean isSame(Optional<String> kept, String secret) {
    return MessageDigest.isEqual(
        kept.orElse(NO_SECRET).getBytes(StandardCharsets.US_ASCII),
        hash(secret).getBytes(StandardCharsets.US_ASCII));
  }

  /** The same hook under another secret. */
  public Hook rotated(String secret, Instant now) {
    return new Hook(
        id, tenant, strategy, symbols, names, Optional.of(hash(secret)), createdBy, createdAt, now);
  }

  /** The same hook, which takes nothing any more. */
  public Hook revoked(Instant now) {
    return new Hook(
        id, tenant, strategy, symbols, names, Optional.empty(), createdBy, createdAt, now);
  }

  /** The field of a signal that the sender means by a name; empty if it means none. */
  Optional<String> fieldOf(String name) {
    for (Map.Entry<String, String> named : names.entrySet()) {
      if (named.getValue().equals(name)) {
        return Optional.of(named.getKey());
      }
    }
    return names.containsKey(name) ? Optional.empty() : Optional.of(name);
  }
}
