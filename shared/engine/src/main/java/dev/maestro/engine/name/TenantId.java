package dev.maestro.engine.name;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a tenant: 1 to 64 letters, digits and hyphens, so that {@code tenant_strategy} is
 * never ambiguous. Not the name that people read.
 */
public record TenantId(String value) implements Comparable<TenantId> {
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Refuses what names no tenant. */
  public TenantId {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a tenant id is 1 to 64 of letters, digits, hyphen, got " + value);
    }
  }

  /** The tenant of that name; empty if the text can name none. */
  public static Optional<TenantId> of(String text) {
    return VALID.matcher(text).matches() ? Optional.of(new TenantId(text)) : Optional.empty();
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
