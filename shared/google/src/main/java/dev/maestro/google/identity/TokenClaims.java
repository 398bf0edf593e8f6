package dev.maestro.google.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a token says. It is true only as far as the token was verified.
 *
 * @param values the claims by name, as JSON has them
 */
public record TokenClaims(Map<String, Object> values) {
  /** Keeps its own map. */
  public TokenClaims {
    values = Map.copyOf(values);
  }

  /** A claim that is a text and not blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank());
  }

  /** True if the token was made for this audience. */
  public boolean isFor(String audience) {
    Object aud = values.getOrDefault("aud", "");
    return audience.equals(aud) || (aud instanceof List<?> all && all.contains(audience));
  }

  /** True if a claim is the JSON value true. */
  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** The end of its life; what is no time has passed long ago. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(values.get("exp")).map(TokenClaims::time);
  }

  /**
   * Refuses a token whose life is over.
   *
   * @throws UnauthorizedException if it has expired
   */
  void requireAlive(Instant now) throws UnauthorizedException {
    if (expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
      throw new UnauthorizedException("the token has expired");
    }
  }

  private static Instant time(Object seconds) {
    try {
      return seconds instanceof Number number
          ? Instant.ofEpochSecond(number.longValue())
          : Instant.EPOCH;
    } catch (NumberFormatException | DateTimeException outOfRange) {
      return Instant.EPOCH;
    }
  }
}
