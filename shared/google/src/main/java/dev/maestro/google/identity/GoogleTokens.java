package dev.maestro.google.identity;

import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.auth.oauth2.TokenVerifier;
import com.google.auth.oauth2.TokenVerifier.VerificationException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.settings.CloudSettings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * ID tokens that Google issues to service accounts: signed by Google, issued by {@code
 * accounts.google.com}, made for our audience, alive. On an emulator with a demo project the token
 * is unsigned and everything else is the same.
 */
final class GoogleTokens {
  private static final Set<String> ISSUERS =
      Set.of("https://accounts.google.com", "accounts.google.com");

  /** What Cloud Run puts in the place of a signature that it has checked. */
  private static final String CHECKED = ".SIGNATURE_REMOVED_BY_GOOGLE";

  private final boolean isUnsigned;
  private final boolean isBehindIam;
  private final Optional<String> audience;
  private final TokenVerifier signatures;
  private final Clock clock;

  private GoogleTokens(
      boolean isUnsigned,
      boolean isBehindIam,
      Optional<String> audience,
      TokenVerifier signatures,
      Clock clock) {
    this.isUnsigned = isUnsigned;
    this.isBehindIam = isBehindIam;
    this.audience = audience;
    this.signatures = signatures;
    this.clock = clock;
  }

  /** With the audience of {@code MAESTRO_AUDIENCE}; without it no token is good. */
  static GoogleTokens of(CloudSettings settings, Clock clock) {
    return of(settings, TokenVerifier.newBuilder().setClock(clock::millis).build(), clock);
  }

  static GoogleTokens of(CloudSettings settings, TokenVerifier signatures, Clock clock) {
    Optional<String> audience =
        Optional.of(settings.environment().getOrDefault("MAESTRO_AUDIENCE", "").strip())
            .filter(text -> !text.isEmpty());
    return new GoogleTokens(settings.acceptsUnsignedTokens(), false, audience, signatures, clock);
  }

  /**
   * The same for a function that nobody reaches but through IAM ({@code
   * MAESTRO_IAM_CHECKS_TOKENS=true}): Cloud Run has checked the signature there, and cut it off.
   */
  GoogleTokens behindIam(CloudSettings settings) {
    boolean isTold = "true".equals(settings.environment().get("MAESTRO_IAM_CHECKS_TOKENS"));
    return new GoogleTokens(isUnsigned, isTold, audience, signatures, clock);
  }

  /** True if the token says that it comes from here; proves nothing. */
  static boolean claimsToBe(BearerToken token) {
    return token.unprovenClaims().text("iss").filter(ISSUERS::contains).isPresent();
  }

  /**
   * What a good token says.
   *
   * @throws UnauthorizedException if it is not one
   * @throws UnavailableException if Google's keys cannot be had just now
   */
  TokenClaims verified(BearerToken token) throws UnauthorizedException {
    TokenClaims claims = isUnsigned ? token.unsigned() : signed(token);
    if (claims.text("iss").filter(ISSUERS::contains).isEmpty()) {
      throw new UnauthorizedException("the token was not issued by accounts.google.com");
    }
    if (audience.filter(claims::isFor).isEmpty()) {
      throw new UnauthorizedException(
          audience.isPresent()
              ? "the token was made for another audience"
              : "MAESTRO_AUDIENCE is not set, so no token is good");
    }
    if (claims.expiresAt().isEmpty()) {
      throw new UnauthorizedException("the token has no end (exp)");
    }
    claims.requireAlive(clock.instant());
    return claims;
  }

  private TokenClaims signed(BearerToken token) throws UnauthorizedException {
    if (isBehindIam && token.text().endsWith(CHECKED)) {
      return token.unprovenClaims();
    }
    try {
      JsonWebSignature proven = signatures.verify(token.text());
      Map<String, Object> claims = new LinkedHashMap<>();
      proven
          .getPayload()
          .forEach(
              (name, value) -> {
                if (value != null) {
                  claims.put(name, value);
                }
              });
      return new TokenClaims(claims);
    } catch (VerificationException refused) {
      if (isOfTheKeys(refused.getCause())) {
        throw new UnavailableException("Google's keys cannot be read", refused);
      }
      throw new UnauthorizedException("the token is not signed by Google, or has expired");
    } catch (IllegalArgumentException malformed) {
      throw new UnauthorizedException("the token is not a JSON web token");
    }
  }

  /** Keys that did not come (checked) or came and could not be read (unchecked). */
  private static boolean isOfTheKeys(@Nullable Throwable cause) {
    return cause instanceof ExecutionException || cause instanceof RuntimeException;
  }
}
