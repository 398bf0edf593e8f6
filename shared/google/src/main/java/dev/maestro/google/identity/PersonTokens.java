package dev.maestro.google.identity;

/** Verifies the ID tokens of people. */
@FunctionalInterface
public interface PersonTokens {
  /**
   * What a good token says: {@code sub}, and {@code tenant_id} if it has one.
   *
   * @throws UnauthorizedException if it is not ours, expired, or revoked
   * @throws UnavailableException if that cannot be found out just now
   */
  TokenClaims verify(String token) throws UnauthorizedException;
}
