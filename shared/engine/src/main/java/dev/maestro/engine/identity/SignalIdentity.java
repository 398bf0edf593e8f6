package dev.maestro.engine.identity;

import dev.maestro.engine.audit.Sha256;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who a signal is, for everybody downstream.
 *
 * @param agentId {@code tenant_strategy}; unambiguous, because a tenant has no underscore
 * @param nonce 32 hex digits; the same signal has the same nonce in every cycle that sees it
 * @param sessionId of the cycle
 * @param timestamp the cycle's time
 */
public record SignalIdentity(String agentId, String nonce, String sessionId, Instant timestamp) {
  private static final int NONCE_DIGITS = 32;
  private static final int SESSION_DIGITS = 16;

  /** {@code maestro_{slot epochMillis}_{first 16 hex of SHA-256(tenant, slot)}}. */
  public static String sessionId(TenantId tenant, Instant slot) {
    String hash = Sha256.hexOfParts(tenant.value(), slot.toString());
    return "maestro_" + slot.toEpochMilli() + "_" + hash.substring(0, SESSION_DIGITS);
  }

  /**
   * First 32 hex digits of SHA-256 over the length-prefixed parts, so that a retried cycle, or the
   * next one seeing the same signal, yields the same nonce.
   */
  public static String nonce(
      TenantId tenant,
      String account,
      StrategyName strategy,
      Optional<Symbol> symbol,
      String action,
      String signalId) {
    String named = symbol.map(Symbol::value).orElse("");
    return Sha256.hexOfParts(tenant.value(), account, strategy.value(), named, action, signalId)
        .substring(0, NONCE_DIGITS);
  }
}
