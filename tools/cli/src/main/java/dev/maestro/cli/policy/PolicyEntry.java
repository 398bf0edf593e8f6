package dev.maestro.cli.policy;

import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policy in force at one cycle, as its record tells.
 *
 * @param time of the cycle
 * @param policy its fields under their stored names; empty if the cycle had none, which blocks
 * @param riskMode of the global policy; empty if there was none
 */
record PolicyEntry(
    Instant time,
    TenantId tenant,
    Map<String, Object> policy,
    Optional<String> riskMode,
    List<String> riskReasons) {

  /** A field as text; empty if the cycle had no policy. */
  Optional<String> text(String field) {
    return Optional.ofNullable(policy.get(field)).map(PolicyEntry::text);
  }

  /** False if the policy blocks, or if there is none. */
  boolean allowsNewTrades() {
    return Boolean.TRUE.equals(policy.get("allow_new_trades"));
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
    return value.toString();
  }
}
