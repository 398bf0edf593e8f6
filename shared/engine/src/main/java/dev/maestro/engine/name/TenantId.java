package dev.maestro.engine.name;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a tenant: 1 to 64 letters, digits and hyphens, so that {@code tenant_strategy} is
 * never ambiguous. Not the name that people read, and not {@code unknown}, under which alerts stand
 * that are nobody's.
 */
public record TenantId(String value) implements Comparable<TenantId> {
  /** What a tenant id is, for people. */
  public static final String RULE = "1 to 64 of letters, digits, hyphen, and not 'unknown'";

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Set<String> RESERVED = Set.of("unknown");

  /** Refuses what names no tenant. */
  public TenantId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a tenant id is " + RULE + ", got " + value);
    }
  }

  /** The tenant of that name; empty if the text can name none. */
  public static Optional<TenantId> of(String text) {
    return isValid(text) ? Optional.of(new TenantId(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return VALID.matcher(text).matches() && !RESERVED.contains(text);
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
