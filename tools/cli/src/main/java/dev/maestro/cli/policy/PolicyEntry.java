package dev.maestro.cli.policy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policy in force at one cycle, as its record tells.
 *
 * @param time of the cycle
 * @param policy its recorded fields; none if the cycle had no policy, which blocks
 * @param riskMode of the global policy; empty if there was none
 */
record PolicyEntry(
    Instant time,
    String tenant,
    Fields policy,
    Optional<String> riskMode,
    List<String> riskReasons) {

  /** The risk mode and why. */
  static final View<PolicyEntry> RISK =
      View.<PolicyEntry>empty()
          .with("risk_mode", PolicyEntry::riskMode)
          .with("risk_reasons", PolicyEntry::riskReasons);

  /** A field as text; empty if the cycle had no policy. */
  Optional<String> text(String field) {
    return policy.raw(field).map(PolicyEntry::text);
  }

  /** False if the policy blocks, or if there is none. */
  boolean allowsNewTrades() {
    return policy.reading("allow_new_trades", Kinds.FLAG).value().orElse(false);
  }

  /** The policy as it was recorded; empty if the cycle had none. */
  Optional<Written> recorded() {
    return Optional.of(new Written(policy.values())).filter(all -> !all.equals(Written.NOTHING));
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
