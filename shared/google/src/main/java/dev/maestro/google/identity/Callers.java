package dev.maestro.google.identity;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.google.settings.CloudSettings;
import java.time.Clock;
import java.util.Optional;

/**
 * Tells who is calling. People come with an ID token of Firebase; its claim {@code tenant_id} names
 * their tenant, without the claim it is their own user id. Agents and executors come with the ID
 * token of a service account and name the tenant themselves; their membership decides, as it does
 * for everybody. On an emulator with a demo project both come unsigned.
 */
public final class Callers {
  private final CloudSettings settings;
  private final GoogleTokens services;
  private final PersonTokens people;
  private final Clock clock;

  private Callers(CloudSettings settings, GoogleTokens services, PersonTokens people, Clock clock) {
    this.settings = settings;
    this.services = services;
    this.people = people;
    this.clock = clock;
  }

  /** People are verified by the port given, except on an emulator with a demo project. */
  public static Callers of(CloudSettings settings, PersonTokens people, Clock clock) {
    return of(settings, GoogleTokens.of(settings, clock), people, clock);
  }

  static Callers of(
      CloudSettings settings, GoogleTokens services, PersonTokens people, Clock clock) {
    return new Callers(settings, services, people, clock);
  }

  /**
   * Who is calling.
   *
   * @param authorizationHeader {@code Bearer TOKEN}
   * @param wantedTenant the tenant that the call names; a service account must name one, a person
   *     can name no other than their own
   * @throws UnauthorizedException (401) if nobody can tell
   * @throws ForbiddenException (403) if the tenant is not one that this caller can ask for
   * @throws UnavailableException (503) if a token cannot be verified just now
   */
  public Caller of(Optional<String> authorizationHeader, Optional<String> wantedTenant)
      throws UnauthorizedException, ForbiddenException {
    BearerToken token = BearerToken.of(authorizationHeader);
    boolean isService = GoogleTokens.claimsToBe(token);
    TokenClaims claims = isService ? services.verified(token) : person(token);
    Uid uid =
        claims
            .text("sub")
            .flatMap(Uid::of)
            .orElseThrow(() -> new UnauthorizedException("the token names nobody (sub)"));
    return new Caller(uid, tenant(claims, uid, wantedTenant, isService), isService);
  }

  private TokenClaims person(BearerToken token) throws UnauthorizedException {
    if (!settings.acceptsUnsignedTokens()) {
      if (token.isUnsigned()) {
        throw new UnauthorizedException("the token is not signed");
      }
      return people.verify(token.text());
    }
    TokenClaims claims = token.unsigned();
    if (!claims.isFor(settings.projectId())) {
      throw new UnauthorizedException("the token was made for another project");
    }
    claims.requireAlive(clock.instant());
    return claims;
  }

  private static TenantId tenant(
      TokenClaims claims, Uid uid, Optional<String> wanted, boolean isService)
      throws ForbiddenException {
    Optional<TenantId> own = isService ? Optional.empty() : ownTenant(claims, uid);
    if (isService && wanted.isEmpty()) {
      throw new ForbiddenException("a service account must name its tenant");
    }
    if (!isService && wanted.isPresent() && !wanted.equals(own.map(TenantId::value))) {
      throw new ForbiddenException("the token is not one of tenant " + wanted.get());
    }
    return own.or(() -> wanted.flatMap(TenantId::of))
        .orElseThrow(() -> new ForbiddenException("the caller belongs to no tenant"));
  }

  /** A claim of another type than text is a claim, and no tenant. */
  private static Optional<TenantId> ownTenant(TokenClaims claims, Uid uid) {
    Optional<String> own =
        claims.values().containsKey("tenant_id")
            ? claims.text("tenant_id")
            : Optional.of(uid.value());
    return own.flatMap(TenantId::of);
  }
}
