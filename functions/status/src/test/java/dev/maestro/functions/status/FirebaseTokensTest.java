package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Ticker;
import com.google.gson.Gson;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.identity.UnauthorizedException;
import dev.maestro.google.settings.CloudSettings;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Firebase's own library verifies; only the way to Google ends on this machine. */
class FirebaseTokensTest {
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"google\"}";

  private static LocalGoogle google;
  private final AtomicLong elapsed = new AtomicLong();
  private final Ticker ticker =
      new Ticker() {
        @Override
        public long read() {
          return elapsed.get();
        }
      };
  private long now;

  @BeforeAll
  static void start() throws Exception {
    google = LocalGoogle.start();
  }

  @AfterAll
  static void stop() {
    google.close();
  }

  @BeforeEach
  void users() {
    now = Instant.now().getEpochSecond();
    google.certificatesStatus = 200;
    google.accountsStatus = 200;
    google.user("vera", false, Instant.ofEpochSecond(now - 3600));
    google.user("signed-out", false, Instant.ofEpochSecond(now - 59));
    google.user("locked", true, Instant.ofEpochSecond(now - 3600));
  }

  @Test
  void a_good_token_says_who_and_for_which_tenant() throws Exception {
    Map<String, Object> claims = verify(token("google", "vera", ""));

    assertThat(claims).containsEntry("sub", "vera").containsEntry("tenant_id", "acme");
  }

  /** One thing is wrong with each; the library lets clocks differ by five minutes. */
  @ParameterizedTest
  @CsvSource({
    "signed by a stranger, stranger, vera, ''",
    "expired, google, vera, exp=-301",
    "issued to come, google, vera, iat=3600",
    "of another issuer, google, vera, iss=https://securetoken.google.com/other",
    "of another audience, google, vera, aud=other",
    "revoked, google, signed-out, ''",
    "of a disabled user, google, locked, ''",
    "of a deleted user, google, nobody, ''",
    "that names nobody, google, '', ''"
  })
  void a_token_is_refused(String what, String key, String uid, String change) throws Exception {
    String token = token(key, uid, change);

    assertThatThrownBy(() -> verify(token)).as(what).isInstanceOf(UnauthorizedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"alg\":7,\"typ\":\"JWT\",\"kid\":\"google\"}",
        "{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"google\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"google\"}",
        "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":7}"
      })
  void a_header_that_is_none_is_refused(String header) throws Exception {
    String token = google.signed("google", header, claims("vera", ""));

    assertThatThrownBy(() -> verify(token)).isInstanceOf(UnauthorizedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp=x", "exp=", "iat=x", "sub=", "aud=", "iss="})
  void claims_that_are_none_are_refused(String change) throws Exception {
    String token = google.signed("google", HEADER, claims("vera", change));

    assertThatThrownBy(() -> verify(token)).isInstanceOf(UnauthorizedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAA", "!!", "\u00e9", "SIGNATURE_REMOVED_BY_GOOGLE"})
  void a_signature_that_is_none_is_refused(String signature) throws Exception {
    String good = token("google", "vera", "");
    String token = good.substring(0, good.lastIndexOf('.') + 1) + signature;

    assertThatThrownBy(() -> verify(token)).isInstanceOf(UnauthorizedException.class);
  }

  @ParameterizedTest
  @CsvSource({"404, 200", "200, 403", "200, 502"})
  void where_google_cannot_say_the_token_is_neither_good_nor_bad(int certificates, int accounts)
      throws Exception {
    google.certificatesStatus = certificates;
    google.accountsStatus = accounts;
    String token = token("google", "vera", "");

    assertThatThrownBy(() -> verify(token)).isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_token_that_is_revoked_is_taken_for_a_minute_at_most() throws Exception {
    FirebaseTokens tokens = firebase(Map.of());
    String token = token("google", "vera", "");
    tokens.verify(token);
    google.user("vera", false, Instant.ofEpochSecond(now - 59));

    elapsed.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(tokens.verify(token).values()).containsEntry("sub", "vera");

    elapsed.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void what_was_found_of_one_token_says_nothing_of_another_of_the_same_user() throws Exception {
    FirebaseTokens tokens = firebase(Map.of());
    tokens.verify(token("google", "vera", ""));
    google.user("vera", false, Instant.ofEpochSecond(now - 59));
    String another = token("google", "vera", "exp=599");

    assertThatThrownBy(() -> tokens.verify(another)).isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void an_authentication_emulator_beside_a_real_project_lets_nobody_in() throws Exception {
    String token = token("google", "vera", "");
    FirebaseTokens tokens = firebase(Map.of("FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:9099"));

    assertThatThrownBy(() -> tokens.verify(token))
        .isInstanceOf(UnauthorizedException.class)
        .hasMessageContaining("FIREBASE_AUTH_EMULATOR_HOST");
  }

  private Map<String, Object> verify(String token) throws UnauthorizedException {
    return firebase(Map.of()).verify(token).values();
  }

  private FirebaseTokens firebase(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("GOOGLE_CLOUD_PROJECT", "trading");
    return FirebaseTokens.of(CloudSettings.read(environment), google::access, ticker);
  }

  private String token(String key, String uid, String change) throws GeneralSecurityException {
    return google.signed(key, HEADER, claims(uid, change));
  }

  /** Good claims; a change is {@code name=text}, or seconds from now for a time. */
  private String claims(String uid, String change) {
    Map<String, Object> claims = new TreeMap<>();
    claims.put("iss", "https://securetoken.google.com/trading");
    claims.put("aud", "trading");
    claims.put("sub", uid);
    claims.put("tenant_id", "acme");
    claims.put("auth_time", now - 60);
    claims.put("iat", now - 60);
    claims.put("exp", now + 600);
    if (!change.isEmpty()) {
      String[] parts = change.split("=", 2);
      boolean isTime = parts[1].matches("-?[0-9]+");
      claims.put(parts[0], isTime ? (Object) (now + Long.parseLong(parts[1])) : parts[1]);
    }
    return new Gson().toJson(claims);
  }
}
