package dev.maestro.functions.status;

import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.GoogleCredentials;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * ID tokens of people, verified by Firebase: signature, audience, issuer, life, and that neither
 * the token nor the user has been revoked since. Firebase's own emulator would accept anything, so
 * where it is configured every token is refused.
 */
final class FirebaseTokens implements PersonTokens {
  private static final String AUTH_EMULATOR = "FIREBASE_AUTH_EMULATOR_HOST";
  private static final int MILLIS = 5000;
  private static final Set<AuthErrorCode> NOT_THE_TOKENS_FAULT =
      Set.of(AuthErrorCode.CERTIFICATE_FETCH_FAILED);

  private final CloudSettings settings;
  private final Supplier<FirebaseOptions.Builder> access;
  private @Nullable FirebaseAuth auth;

  private FirebaseTokens(CloudSettings settings, Supplier<FirebaseOptions.Builder> access) {
    this.settings = settings;
    this.access = access;
  }

  /** With the credentials of the function. */
  static FirebaseTokens of(CloudSettings settings) {
    return of(settings, FirebaseTokens::ofTheFunction);
  }

  /** With other credentials, or another way to Google. */
  static FirebaseTokens of(CloudSettings settings, Supplier<FirebaseOptions.Builder> access) {
    return new FirebaseTokens(settings, access);
  }

  @Override
  public TokenClaims verify(String token) throws UnauthorizedException {
    if (settings.environment().containsKey(AUTH_EMULATOR)) {
      throw new UnauthorizedException(AUTH_EMULATOR + " is set, so no token is good");
    }
    try {
      FirebaseToken verified = auth().verifyIdToken(token, true);
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
