package dev.maestro.google.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.oauth2.TokenVerifier;
import com.sun.net.httpserver.HttpServer;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.google.settings.CloudSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTokensTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final KeyPair GOOGLE = Tokens.newKeys();
  private static final KeyPair STRANGER = Tokens.newKeys();
  private static final Map<String, String> PRODUCTION =
      Map.of(
          "GOOGLE_CLOUD_PROJECT", "trading",
          "MAESTRO_AUDIENCE", "https://orchestrate.example",
          "MAESTRO_SERVICE_CALLERS", "push@trading.example, scheduler@trading.example");
  private static final Map<String, String> DEMO =
      with(with(PRODUCTION, "GOOGLE_CLOUD_PROJECT", "demo-x"), "FIRESTORE_EMULATOR_HOST", "h:1");
  private static final Tokens GOOD =
      Tokens.saying(
          Map.of(
              "iss", "https://accounts.google.com",
              "aud", "https://orchestrate.example",
              "email", "scheduler@trading.example",
              "email_verified", true,
              "exp", NOW.plusSeconds(1).getEpochSecond()));

  private record Case(String name, Map<String, String> environment, String header, String answer) {
    static Case of(String name, Map<String, String> environment, String token, String answer) {
      return new Case(name, environment, "Bearer " + token, answer);
    }
  }

  @TestFactory
  Stream<DynamicTest> only_a_token_that_proves_one_of_our_services_is_let_in() {
    return Stream.of(production(), malformed(), behindIam(), demo())
        .flatMap(Function.identity())
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(),
                    () ->
                        assertThat(answer(row.environment(), Optional.of(row.header())))
                            .isEqualTo(row.answer())));
  }

  @Test
  void no_header_is_unauthorized_everywhere() {
    for (Map<String, String> environment : List.of(PRODUCTION, DEMO)) {
      assertThat(answer(environment, Optional.empty())).isEqualTo("401");
    }
  }

  /** Missing keys, and a page in the place of keys. */
  @ParameterizedTest
  @CsvSource({"404, {}", "200, {\"keys\":7}", "200, {\"k\":\"x\"}", "200, nothing"})
  void keys_that_cannot_be_had_say_nothing_of_the_token(int status, String keys)
      throws IOException {
    HttpServer google =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    google.createContext("/", call -> Tokens.answer(call, status, keys));
    google.start();
    try {
      String address = "http://127.0.0.1:" + google.getAddress().getPort() + "/keys";
      TokenVerifier signatures =
          TokenVerifier.newBuilder()
              .setCertificatesLocation(address)
              .setClock(CLOCK::millis)
              .build();

      assertThat(answer(PRODUCTION, signatures, Optional.of("Bearer " + GOOD.signed(GOOGLE))))
          .isEqualTo("503");
    } finally {
      google.stop(0);
    }
  }

  private static Stream<Case> production() {
    return Stream.of(
        Case.of("a good token", PRODUCTION, GOOD.signed(GOOGLE), "in"),
        Case.of("the other issuer", PRODUCTION, but("iss", "accounts.google.com"), "in"),
        new Case("a scheme in capitals", PRODUCTION, "BEARER " + GOOD.signed(GOOGLE), "in"),
        new Case("another scheme", PRODUCTION, "Basic " + GOOD.signed(GOOGLE), "401"),
        Case.of("somebody else's signature", PRODUCTION, GOOD.signed(STRANGER), "401"),
        Case.of("no signature", PRODUCTION, GOOD.unsigned(), "401"),
        Case.of("an altered token", PRODUCTION, altered(), "401"),
        Case.of("no token at all", PRODUCTION, "abc", "401"),
        Case.of("no JSON in it", PRODUCTION, "a.b.c", "401"),
        Case.of("another issuer", PRODUCTION, but("iss", "https://evil.example"), "401"),
        Case.of("another audience", PRODUCTION, but("aud", "https://other.example"), "401"),
        Case.of("expired now", PRODUCTION, but("exp", NOW.getEpochSecond()), "401"),
        Case.of("without an end", PRODUCTION, GOOD.without("exp").signed(GOOGLE), "401"),
        Case.of("another service", PRODUCTION, but("email", "x@trading.example"), "403"),
        Case.of("an unproven e-mail", PRODUCTION, but("email_verified", false), "403"),
        Case.of("no e-mail", PRODUCTION, GOOD.without("email").signed(GOOGLE), "403"),
        Case.of("no audience set", without("MAESTRO_AUDIENCE"), GOOD.signed(GOOGLE), "401"),
        Case.of("no callers set", without("MAESTRO_SERVICE_CALLERS"), GOOD.signed(GOOGLE), "403"));
  }

  /** Signed by Google or not: what is no token is refused, and is no fault of ours. */
  private static Stream<Case> malformed() {
    return Stream.of(headers(), claims(), signatures()).flatMap(Function.identity());
  }

  private static Stream<Case> headers() {
    return Stream.of(
            "{}",
            "[]",
            "7",
            "null",
            "",
            "{",
            "{\"typ\":\"JWT\"}",
            "{\"alg\":\"RS256\",\"typ\":7}",
            "{\"alg\":7,\"typ\":\"JWT\"}",
            "{\"alg\":null,\"typ\":\"JWT\"}",
            "{\"alg\":[\"RS256\"],\"typ\":\"JWT\"}",
            "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":7}",
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"x5c\":7}",
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"crit\":{}}")
        .map(header -> malformed("header " + header, header, GOOD.json()));
  }

  private static Stream<Case> claims() {
    return Stream.of(
            "[]",
            "7",
            "null",
            "",
            claim("\"exp\":\"x\""),
            claim("\"exp\":1e400"),
            claim("\"exp\":[]"),
            claim("\"exp\":{}"),
            claim("\"exp\":true"),
            claim("\"exp\":null"),
            claim("\"iat\":\"x\""),
            claim("\"nbf\":1e400"),
            claim("\"aud\":{}"),
            claim("\"iss\":7"),
            claim("\"sub\":[]"),
            claim("\"jti\":7"))
        .map(text -> malformed("claims " + text, Tokens.header("RS256"), text));
  }

  private static Stream<Case> signatures() {
    String good = GOOD.signed(GOOGLE);
    String head = good.substring(0, good.lastIndexOf('.') + 1);
    return Stream.of("A", "AAAA", "A=", "!!", "\u00e9", "====", "A A", good.replace('.', '_'))
        .map(text -> Case.of("signature " + text, PRODUCTION, head + text, "401"));
  }

  private static Case malformed(String name, String header, String claims) {
    return Case.of(name, PRODUCTION, Tokens.signed(header, claims, GOOGLE), "401");
  }

  /** Good claims, and one more of the name that they had. */
  private static String claim(String text) {
    String name = text.substring(1, text.indexOf('"', 1));
    String rest = GOOD.without(name).json();
    return rest.substring(0, rest.length() - 1) + "," + text + "}";
  }

  /** Where Cloud Run has checked the signature, and only there, a token may come without it. */
  private static Stream<Case> behindIam() {
    Map<String, String> iam = with(PRODUCTION, "MAESTRO_IAM_CHECKS_TOKENS", "true");
    String past = cutOff(GOOD.but("exp", NOW.getEpochSecond()).signed(GOOGLE));
    String other = cutOff(GOOD.but("email", "x@trading.example").signed(GOOGLE));
    return Stream.of(
        Case.of("IAM: checked", iam, cutOff(GOOD.signed(GOOGLE)), "in"),
        Case.of("IAM: checked and expired", iam, past, "401"),
        Case.of("IAM: checked, another service", iam, other, "403"),
        Case.of("IAM: no signature", iam, GOOD.unsigned(), "401"),
        Case.of("IAM: somebody else's signature", iam, GOOD.signed(STRANGER), "401"),
        Case.of("checked, says the token alone", PRODUCTION, cutOff(GOOD.signed(GOOGLE)), "401"));
  }

  private static String cutOff(String token) {
    return token.substring(0, token.lastIndexOf('.')) + ".SIGNATURE_REMOVED_BY_GOOGLE";
  }

  private static Stream<Case> demo() {
    Map<String, String> real = with(DEMO, "GOOGLE_CLOUD_PROJECT", "trading");
    return Stream.of(
        Case.of("demo: unsigned", DEMO, GOOD.unsigned(), "in"),
        Case.of("demo: e-mail alone", DEMO, GOOD.without("email_verified").unsigned(), "in"),
        Case.of("demo: expired", DEMO, GOOD.but("exp", 1).unsigned(), "401"),
        Case.of("demo: an end in words", DEMO, GOOD.but("exp", "never").unsigned(), "401"),
        Case.of("demo: an end that is no time", DEMO, end("9e18"), "401"),
        Case.of("demo: an end beyond all numbers", DEMO, end("1e99999"), "401"),
        Case.of("demo: no end", DEMO, GOOD.without("exp").unsigned(), "401"),
        Case.of("demo: another audience", DEMO, GOOD.but("aud", "x").unsigned(), "401"),
        Case.of("demo: another issuer", DEMO, GOOD.but("iss", "x").unsigned(), "401"),
        Case.of("demo: another service", DEMO, GOOD.but("email", "x").unsigned(), "403"),
        Case.of("an emulator of a real project", real, GOOD.unsigned(), "401"),
        Case.of("a demo project in the cloud", cloudDemo(), GOOD.unsigned(), "401"));
  }

  private static String answer(Map<String, String> environment, Optional<String> header) {
    TokenVerifier signatures =
        TokenVerifier.newBuilder().setPublicKey(GOOGLE.getPublic()).setClock(CLOCK::millis).build();
    return answer(environment, signatures, header);
  }

  private static String answer(
      Map<String, String> environment, TokenVerifier signatures, Optional<String> header) {
    CloudSettings settings = CloudSettings.read(environment);
    try {
      ServiceTokens.of(settings, GoogleTokens.of(settings, signatures, CLOCK)).check(header);
      return "in";
    } catch (UnauthorizedException refused) {
      return "401";
    } catch (ForbiddenException refused) {
      return "403";
    } catch (UnavailableException later) {
      return "503";
    }
  }

  private static String end(String number) {
    return GOOD.but("exp", new BigDecimal(number)).unsigned();
  }

  private static String but(String claim, Object value) {
    return GOOD.but(claim, value).signed(GOOGLE);
  }

  private static String altered() {
    String[] good = GOOD.signed(GOOGLE).split("\\.", -1);
    String[] other = GOOD.but("email", "push@trading.example").signed(GOOGLE).split("\\.", -1);
    return good[0] + "." + other[1] + "." + good[2];
  }

  private static Map<String, String> cloudDemo() {
    return with(PRODUCTION, "GOOGLE_CLOUD_PROJECT", "demo-x");
  }

  private static Map<String, String> with(Map<String, String> all, String name, String value) {
    Map<String, String> others = new HashMap<>(all);
    others.put(name, value);
    return Map.copyOf(others);
  }

  private static Map<String, String> without(String name) {
    return with(PRODUCTION, name, "");
  }
}
