package dev.maestro.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalIdentityTest {
  private static final Instant SLOT = Instant.parse("2026-03-02T14:30:00Z");

  /** SHA-256 over the parts, each after its length, written down once more. */
  private static String sha256(String... parts) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String part : parts) {
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
  }

  @Test
  void a_session_is_named_by_its_slot_and_a_hash_of_tenant_and_slot() throws Exception {
    String session = SignalIdentity.sessionId(new TenantId("acme"), SLOT);
    assertThat(session).matches("maestro_1772461800000_[0-9a-f]{16}");
    assertThat(session).endsWith(sha256("acme", SLOT.toString()).substring(0, 16));
    assertThat(SignalIdentity.sessionId(new TenantId("acme"), SLOT)).isEqualTo(session);
    assertThat(SignalIdentity.sessionId(new TenantId("acmf"), SLOT)).isNotEqualTo(session);
    assertThat(SignalIdentity.sessionId(new TenantId("acme"), SLOT.plusSeconds(300)))
        .isNotEqualTo(session);
  }

  @Test
  void a_nonce_is_the_first_half_of_the_hash_of_its_length_prefixed_parts() throws Exception {
    String[] parts = {"acme", "main", "trend", "AAPL", "BUY", "s-1 \u20AC \uD83D\uDE00"};
    assertThat(
            SignalIdentity.nonce(
                new TenantId(parts[0]),
                parts[1],
                new StrategyName(parts[2]),
                Optional.of(new Symbol(parts[3])),
                parts[4],
                parts[5]))
        .isEqualTo(sha256(parts).substring(0, 32));
    String longId = "x".repeat(70_000);
    assertThat(
            SignalIdentity.nonce(
                new TenantId("t"), "a", new StrategyName("s"), Optional.empty(), "HOLD", longId))
        .isEqualTo(sha256("t", "a", "s", "", "HOLD", longId).substring(0, 32));
  }

  @Test
  void every_part_matters_and_so_does_where_it_ends() {
    List<String> nonces =
        List.of(
            nonce(new TenantId("acme"), "main", "trend", "AAPL", "BUY", "1"),
            nonce(new TenantId("acmf"), "main", "trend", "AAPL", "BUY", "1"),
            nonce(new TenantId("acme"), "mail", "trend", "AAPL", "BUY", "1"),
            nonce(new TenantId("acme"), "main", "trent", "AAPL", "BUY", "1"),
            nonce(new TenantId("acme"), "main", "trend", "AAPM", "BUY", "1"),
            nonce(new TenantId("acme"), "main", "trend", "AAPL", "SELL", "1"),
            nonce(new TenantId("acme"), "main", "trend", "AAPL", "BUY", "2"),
            nonce(new TenantId("acmem"), "ain", "trend", "AAPL", "BUY", "1"),
            nonce(new TenantId("acme"), "main", "trendA", "APL", "BUY", "1"),
            nonce(new TenantId("a"), "cmemain", "trend", "AAPL", "BUY", "1"));
    assertThat(nonces).doesNotHaveDuplicates().allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
  }

  private static String nonce(
      TenantId tenant, String account, String strategy, String symbol, String action, String id) {
    return SignalIdentity.nonce(
        tenant, account, new StrategyName(strategy), Optional.of(new Symbol(symbol)), action, id);
  }

  @Test
  void a_million_signals_have_a_million_nonces() {
    int signals = 1000 * Math.min(1000, Integer.getInteger("maestro.seeds", 1000));
    long[] halves = new long[signals];
    for (int i = 0; i < signals; i++) {
      String nonce =
          SignalIdentity.nonce(
              new TenantId("acme"),
              "main",
              new StrategyName("s" + i % 100),
              Optional.of(new Symbol("SYM" + i / 100 % 100)),
              "BUY",
              "id-" + i / 10_000);
      halves[i] = HexFormat.fromHexDigitsToLong(nonce, 0, 16);
    }
    Arrays.sort(halves);
    for (int i = 1; i < signals; i++) {
      if (halves[i] == halves[i - 1]) {
        throw new AssertionError("two nonces begin with " + Long.toHexString(halves[i]));
      }
    }
  }
}
