package dev.maestro.functions.status;

import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.firebase.ErrorCode;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.FirebaseToken;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.identity.PersonTokens;
import dev.maestro.google.identity.TokenClaims;
import dev.maestro.google.identity.UnauthorizedException;
import dev.maestro.google.settings.CloudSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * ID tokens of people, verified by Firebase: signature, audience, issuer, life, and that neither
 * the token nor the user has been revoked since. Signature and life are verified with every call;
 * whether it was revoked, which is a question to Google, once a minute per token and instance: a
 * revoked token may be taken for that minute more. Firebase's own emulator would accept anything,
 * so where it is configured every token is refused.
 */
final class FirebaseTokens implements PersonTokens {
  private static final String AUTH_EMULATOR = "FIREBASE_AUTH_EMULATOR_HOST";
  private static final int MILLIS = 5000;
  private static final Duration NOT_REVOKED = Duration.ofMinutes(1);

  /** At about a kilobyte each. */
  private static final int MOST_TOKENS = 5_000;

  private static final Set<AuthErrorCode> NOT_THE_TOKENS_FAULT =
      Set.of(AuthErrorCode.CERTIFICATE_FETCH_FAILED);

  private final CloudSettings settings;
  private final Supplier<FirebaseOptions.Builder> access;
  private final Cache<String, Boolean> notRevoked;
  private @Nullable FirebaseAuth auth;

  private FirebaseTokens(
      CloudSettings settings, Supplier<FirebaseOptions.Builder> access, Ticker ticker) {
    this.settings = settings;
    this.access = access;
    this.notRevoked =
        CacheBuilder.newBuilder()
            .expireAfterWrite(NOT_REVOKED)
            .maximumSize(MOST_TOKENS)
            .ticker(ticker)
            .build();
  }

  /** With the credentials of the function. */
  static FirebaseTokens of(CloudSettings settings) {
    return of(settings, FirebaseTokens::ofTheFunction, Ticker.systemTicker());
  }

  /** With other credentials, or another way to Google, and a minute that passes by this ticker. */
  static FirebaseTokens of(
      CloudSettings settings, Supplier<FirebaseOptions.Builder> access, Ticker ticker) {
    return new FirebaseTokens(settings, access, ticker);
  }

  @Override
  public TokenClaims verify(String token) throws UnauthorizedException {
    if (settings.environment().containsKey(AUTH_EMULATOR)) {
      throw new UnauthorizedException(AUTH_EMULATOR + " is set, so no token is good");
    }
    try {
      FirebaseToken verified = verified(token);
      Map<String, Object> claims = new TreeMap<>(verified.getClaims());
      claims.values().removeIf(Objects::isNull);
      return new TokenClaims(claims);
    } catch (FirebaseAuthException refused) {
      if (isOurs(refused)) {
        throw new UnavailableException("Firebase cannot verify tokens now", refused);
      }
      throw new UnauthorizedException("the token is not good: " + refused.getAuthErrorCode());
    } catch (IllegalArgumentException malformed) {
      throw new UnauthorizedException("the token is not a JSON web token");
    }
  }

  /** A token that is not good is never kept. */
  private FirebaseToken verified(String token) throws FirebaseAuthException {
    if (notRevoked.getIfPresent(token) != null) {
      return auth().verifyIdToken(token, false);
    }
    FirebaseToken verified = auth().verifyIdToken(token, true);
    notRevoked.put(token, true);
    return verified;
  }

  /** Firebase could not find out; that says nothing of the token. */
  private static boolean isOurs(FirebaseAuthException failure) {
    AuthErrorCode code = failure.getAuthErrorCode();
    return code == null
        ? failure.getErrorCode() != ErrorCode.INVALID_ARGUMENT
        : NOT_THE_TOKENS_FAULT.contains(code);
  }

  private synchronized FirebaseAuth auth() {
    FirebaseAuth ready = auth == null ? connect() : auth;
    auth = ready;
    return ready;
  }

  private FirebaseAuth connect() {
    FirebaseOptions options =
        access
            .get()
            .setProjectId(settings.projectId())
            .setJsonFactory(GsonFactory.getDefaultInstance())
            .setConnectTimeout(MILLIS)
            .setReadTimeout(MILLIS)
            .build();
    return FirebaseAuth.getInstance(
        FirebaseApp.initializeApp(options, "maestro-" + System.identityHashCode(this)));
  }

  private static FirebaseOptions.Builder ofTheFunction() {
    try {
      return FirebaseOptions.builder().setCredentials(GoogleCredentials.getApplicationDefault());
    } catch (IOException none) {
      throw new UnavailableException("the function has no credentials", none);
    }
  }
}
