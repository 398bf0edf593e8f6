package dev.maestro.cli.policy;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.View;
import dev.maestro.engine.policy.stability.StabilityState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies of a log, for people and as plain values for JSON. */
final class PolicyText {
  /** A policy as it stands at a time, for programs. */
  static final View<Standing> JSON =
      View.<Standing>empty()
          .with("tenant_id", standing -> standing.entry().tenant())
          .with("timestamp", standing -> CanonicalJson.time(standing.entry().time()))
          .with("age_seconds", Standing::ageSeconds)
          .with("expired", Standing::isExpired)
          .with("allow_new_trades_now", Standing::allowsNewTrades)
          .with("policy", standing -> standing.entry().recorded())
          .ifPresent("funding_cost_estimate", Standing::fundingCost)
          .all(PolicyEntry.RISK, Standing::entry);

  /**
   * A policy as it stands at a time.
   *
   * @param fundingCost as a feeder estimates it; shown, no rule asks for it
   */
  record Standing(PolicyEntry entry, Instant now, Optional<String> fundingCost) {
    long ageSeconds() {
      return Duration.between(entry.time(), now).toSeconds();
    }

    boolean isExpired() {
      return PolicyText.isExpired(entry, now);
    }

    boolean allowsNewTrades() {
      return entry.allowsNewTrades() && !isExpired();
    }
  }

  private PolicyText() {}

  /** The policy that stands now, and how old it is. */
  static List<String> inForce(Standing standing) {
    PolicyEntry entry = standing.entry();
    Instant now = standing.now();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Policy of " + entry.tenant() + entry.text("profile").map(p -> " (" + p + ")").orElse(""));
    lines.add(row("decided", CanonicalJson.time(entry.time()) + ", " + age(entry, now)));
    lines.add(row("new trades", newTrades(entry, now)));
    lines.add(row("block reasons", entry.text("block_reasons").orElse("no policy")));
    lines.add(row("risk profile", shown(entry, "risk_profile")));
    lines.add(row("max risk", shown(entry, "max_risk_pct") + " % per trade"));
    lines.add(row("min confidence", shown(entry, "min_confidence")));
    lines.add(row("entry, exit", shown(entry, "entry_mode") + ", " + shown(entry, "exit_mode")));
    lines.add(row("max positions", shown(entry, "max_positions")));
    lines.add(row("allowed", shown(entry, "allowed_symbols")));
    lines.add(row("disallowed", shown(entry, "disallowed_symbols")));
    standing.fundingCost().ifPresent(cost -> lines.add(row("funding cost", cost)));
    lines.add(row("note", shown(entry, "note")));
    addRiskMode(lines, entry);
    return lines;
  }

  /** One block per change, the newest first. */
  static List<String> history(List<PolicyChange> changes) {
    List<String> lines = new ArrayList<>();
    for (PolicyChange change : changes) {
      lines.add(CanonicalJson.time(change.entry().time()));
      change.changed().forEach(field -> lines.add("  " + field.text()));
      lines.add(row("note", shown(change.entry(), "note")));
      change
          .entry()
          .text("block_reasons")
          .filter(reasons -> !reasons.equals("none"))
          .ifPresent(reasons -> lines.add(row("block reasons", reasons)));
      addRiskMode(lines, change.entry());
    }
    return lines;
  }

  private static String newTrades(PolicyEntry entry, Instant now) {
    if (!entry.allowsNewTrades()) {
      return "BLOCKED";
    }
    return isExpired(entry, now) ? "BLOCKED: allowed then, expired now" : "allowed";
  }

  private static void addRiskMode(List<String> lines, PolicyEntry entry) {
    lines.add(row("risk mode", entry.riskMode().orElse("no global policy")));
    entry.riskReasons().forEach(reason -> lines.add(row("", reason)));
  }

  /** Whoever reads a policy an hour later must take it as blocked. */
  private static boolean isExpired(PolicyEntry entry, Instant now) {
    return now.isAfter(entry.time().plus(StabilityState.LIFETIME));
  }

  private static String age(PolicyEntry entry, Instant now) {
    Duration age = Duration.between(entry.time(), now);
    if (age.isNegative()) {
      return "ahead of this clock";
    }
    String text =
        age.toDays() > 0
            ? age.toDays() + " d " + age.toHoursPart() + " h ago"
            : age.toHours() + " h " + age.toMinutesPart() + " min ago";
    return text + (isExpired(entry, now) ? ": expired" : "");
  }

  private static String shown(PolicyEntry entry, String field) {
    return entry.text(field).orElse("unknown");
  }

  private static String row(String name, String value) {
    return String.format("  %-15s %s", name, value);
  }
}
