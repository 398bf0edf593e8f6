package dev.maestro.cli.msc;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.View;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.MetaStateForm;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Global policies, for people and as plain values for JSON. */
final class MscText {
  private static final String UNKNOWN = "unknown";

  /** For programs: as it is stored, and what it comes to now. */
  static final View<Standing> JSON =
      View.<Standing>empty()
          .with("tenant_id", Standing::tenant)
          .with("expired", Standing::isExpired)
          .with("risk_mode_now", Standing::mode)
          .all(MetaStateForm.FORM, Standing::state);

  /** A global policy as it stands at a time. */
  record Standing(TenantId tenant, MetaState state, Instant now) {
    GlobalPolicy policy() {
      return state.policy();
    }

    boolean isExpired() {
      return policy().isExpiredAt(now);
    }

    RiskMode mode() {
      return policy().modeAt(now);
    }
  }

  private MscText() {}

  static List<String> lines(Standing standing) {
    GlobalPolicy policy = standing.policy();
    ModeLimits limits = policy.limitsAt(standing.now());
    List<String> lines = new ArrayList<>();
    lines.add("Global policy of " + standing.tenant());
    lines.add(
        row(
            "risk mode",
            standing.mode() + (standing.isExpired() ? ", because the policy has expired" : "")));
    lines.add(row("decided", CanonicalJson.time(policy.updatedAt())));
    lines.add(
        row(
            "expires",
            CanonicalJson.time(policy.expiresAt()) + (standing.isExpired() ? ": expired" : "")));
    lines.add(
        row(
            "limits",
            String.format(
                Locale.ROOT,
                "risk %.2f %% per trade, confidence %.2f, %d positions, %d trades a day",
                100 * limits.maxRiskPerTrade(),
                limits.minConfidence(),
                limits.maxPositions(),
                limits.maxDailyTrades())));
    lines.add(row("votes", policy.reasons().isEmpty() ? "none" : policy.reasons().get(0)));
    policy.reasons().stream().skip(1).forEach(reason -> lines.add(row("", reason)));
    health(policy.health(), lines);
    lines.add(
        row("strategies", names(standing.isExpired() ? List.of() : policy.allowedStrategies())));
    lines.add(row("probation", names(standing.isExpired() ? List.of() : policy.probation())));
    policy.warnings().forEach(warning -> lines.add(row("warning", warning.name())));
    return lines;
  }

  /** One line of a history. */
  static List<String> line(Standing standing) {
    GlobalPolicy policy = standing.policy();
    return List.of(
        CanonicalJson.time(policy.updatedAt())
            + "  "
            + String.format(Locale.ROOT, "%-10s", policy.riskMode())
            + "  "
            + String.join("; ", policy.reasons()));
  }

  private static void health(SystemHealth health, List<String> lines) {
    lines.add(row("drawdown", figure(health.drawdownPct(), " %")));
    lines.add(
        row(
            "win rate",
            health.winRate().isPresent()
                ? String.format(Locale.ROOT, "%.2f %%", 100 * health.winRate().getAsDouble())
                : UNKNOWN));
    lines.add(row("equity slope", figure(health.equitySlopePctPerDay(), " % a day")));
    lines.add(row("regime", health.regime() + ", " + health.volatility() + " volatility"));
    lines.add(row("losses in a row", count(health.consecutiveLosses())));
    lines.add(row("without profit", count(health.daysSinceProfit()) + " days"));
  }

  private static String figure(OptionalDouble figure, String unit) {
    return figure.isPresent()
        ? String.format(Locale.ROOT, "%.2f%s", figure.getAsDouble(), unit)
        : UNKNOWN;
  }

  private static String count(OptionalInt count) {
    return count.isPresent() ? String.valueOf(count.getAsInt()) : UNKNOWN;
  }

  private static String names(List<String> names) {
    return Optional.of(names)
        .filter(some -> !some.isEmpty())
        .map(some -> String.join(", ", some))
        .orElse("none");
  }

  private static String row(String name, String value) {
    return String.format("  %-16s %s", name, value);
  }
}
