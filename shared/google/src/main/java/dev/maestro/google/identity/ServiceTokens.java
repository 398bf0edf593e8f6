package dev.maestro.google.identity;

import dev.maestro.google.settings.CloudSettings;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets only our own services call an HTTP function: Cloud Scheduler and Pub/Sub, by the ID token of
 * their service account. {@code MAESTRO_AUDIENCE} names the audience, {@code
 * MAESTRO_SERVICE_CALLERS} the e-mails (a list with commas); if one of them is missing, every call
 * is refused. Unsigned tokens are good only on an emulator with a demo project.
 */
public final class ServiceTokens {
  private final GoogleTokens tokens;
  private final Set<String> callers;
  private final boolean needsVerifiedEmail;

  private ServiceTokens(GoogleTokens tokens, Set<String> callers, boolean needsVerifiedEmail) {
    this.tokens = tokens;
    this.callers = callers;
    this.needsVerifiedEmail = needsVerifiedEmail;
  }

  /** Reads audience and callers from the environment of the settings. */
  public static ServiceTokens of(CloudSettings settings, Clock clock) {
    return of(settings, GoogleTokens.of(settings, clock));
  }

  static ServiceTokens of(CloudSettings settings, GoogleTokens tokens) {
    String list = settings.environment().getOrDefault("MAESTRO_SERVICE_CALLERS", "");
    Set<String> callers =
        Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(email -> !email.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new ServiceTokens(
        tokens.behindIam(settings), callers, !settings.acceptsUnsignedTokens());
  }

  /**
   * Returns if one of our services is calling.
   *
   * @param authorizationHeader {@code Bearer TOKEN}
   * @throws UnauthorizedException (401) if the token is missing, malformed, expired, not signed by
   *     Google, or made for another audience
   * @throws ForbiddenException (403) if the token is good and its e-mail is not on our list
   * @throws UnavailableException (503) if Google's keys cannot be had just now
   */
  public void check(Optional<String> authorizationHeader)
      throws UnauthorizedException, ForbiddenException {
    TokenClaims claims = tokens.verified(BearerToken.of(authorizationHeader));
    boolean isOurs = claims.text("email").filter(callers::contains).isPresent();
    boolean isProven = !needsVerifiedEmail || claims.isTrue("email_verified");
    if (!isOurs || !isProven) {
      throw new ForbiddenException(
          callers.isEmpty()
              ? "MAESTRO_SERVICE_CALLERS is not set, so nobody may call"
              : "the caller is not in MAESTRO_SERVICE_CALLERS");
    }
  }
}
