package dev.maestro.functions.status;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.twin.TwinDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What cycles, feeders and agents have left of acme: something in every list. */
final class AcmePast {
  private final Acme acme;
  private final Instant now;

  private AcmePast(Acme acme, Instant now) {
    this.acme = acme;
    this.now = now;
  }

  static Acme of(Acme acme, Instant now) {
    AcmePast past = new AcmePast(acme, now);
    past.evaluations();
    past.policies();
    past.inboxes();
    past.days();
    acme.set("tenants/acme/maestro/twin", TwinDocument.fields(TwinState.from(now)));
    return acme;
  }

  /** An evaluation that was DEFENSIVE, and the one in force, which is NORMAL. */
  private void evaluations() {
    Map<String, Object> current = acme.fields("tenants/acme/globalPolicy/current");
    Map<String, Object> defensive = new HashMap<>(current);
    defensive.put("risk_mode", "DEFENSIVE");
    defensive.put("reasons", List.of("drawdown_pct 7.5 >= 7: DEFENSIVE outright"));
    defensive.put("updated_at", now.minus(Duration.ofMinutes(60)));
    defensive.put("expires_at", now);
    Map<String, Object> normal = new HashMap<>(current);
    normal.put("reasons", List.of("winrate 0.62 >= 0.6: 1 aggressive vote"));
    acme.set("tenants/acme/globalPolicy/current/history/h1", defensive);
    acme.set("tenants/acme/globalPolicy/current/history/h2", normal);
  }

  private void policies() {
    Map<String, Object> entry = new HashMap<>(acme.fields("tenants/acme/policy/current"));
    entry.put("held", List.of("max_positions"));
    entry.put("loosened", List.of("max_risk_pct"));
    entry.put("why", "Calm trend");
    acme.set("tenants/acme/policy/current/history/p1", entry);
  }

  private void inboxes() {
    acme.set(
        "systemStatus/alerts/items/acme_UNREADABLE_ACCOUNT_today",
        Map.of(
            "tenant_id", "acme",
            "code", "UNREADABLE_ACCOUNT",
            "severity", "WARNING",
            "message", "the account is 20 minutes old",
            "source", "conduct",
            "at", now.minus(Duration.ofHours(2)),
            "last_at", now.minus(Duration.ofHours(1)),
            "count", 3L));
    acme.set(
        "tenants/acme/signals/reversion",
        Map.of(
            "signal",
            Map.of("action", "SELL", "symbol", "EUR/USD", "quantity", "10", "version", "m-7"),
            "received_at",
            now.minus(Duration.ofMinutes(1)),
            "received_by",
            "agent",
            "expires_at",
            now.plus(Duration.ofMinutes(9))));
    acme.set(
        "tenants/acme/accounts/spare",
        Map.of(
            "equity",
            "10250.75",
            "buying_power",
            "9000",
            "as_of",
            now.minus(Duration.ofMinutes(2)),
            "positions",
            List.of(
                Map.of(
                    "symbol", "AAPL",
                    "quantity", "5",
                    "avg_price", "190.10",
                    "strategy", "momentum"))));
    acme.set(
        "tenants/acme/marketData/EUR%2FUSD",
        Map.of(
            "symbol",
            "EUR/USD",
            "bar_minutes",
            5L,
            "spread_bps",
            0.8,
            "updated_at",
            now,
            "bars",
            List.of(bar(10, 1.0812), bar(5, 1.0815))));
  }

  private Map<String, Object> bar(int minutesAgo, double close) {
    return Map.of(
        "start", now.minus(Duration.ofMinutes(minutesAgo)),
        "open", 1.0811,
        "high", 1.0817,
        "low", 1.0809,
        "close", close,
        "volume", 1200.0);
  }

  private void days() {
    acme.set(
        "tenants/acme/maestro/throttle",
        Map.of(
            "closed_day",
            "2026-01-30",
            "written_at",
            now,
            "strategies",
            List.of(
                Map.of(
                    "strategy", "momentum",
                    "dates", List.of("2026-01-29", "2026-01-30"),
                    "realized_pnl", List.of("12.50", "-4"),
                    "unrealized_pnl", List.of("0", ""),
                    "capital_base", List.of("1000", "1000")),
                Map.of("strategy", "reversion", "unavailable", "its journal cannot be read"))));
    SortedMap<StrategyId, ThrottleMemory> memory = new TreeMap<>();
    memory.put(
        new StrategyId("momentum"),
        new ThrottleMemory(ThrottleMode.REDUCED, now, Optional.empty(), Optional.empty()));
    List<ClosedTrade> trades = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      trades.add(
          new ClosedTrade(
              "admin/t" + i,
              "momentum",
              now.minus(Duration.ofHours(i + 1L)),
              BigDecimal.valueOf(i % 3 == 0 ? -2 : 3),
              Optional.of(BigDecimal.TEN)));
    }
    TenantStats stats =
        new TenantStats(
            RollingTrades.rebuild(trades, now),
            Optional.of(now),
            List.of(),
            new TreeSet<>(),
            memory,
            now);
    acme.set("tenants/acme/maestro/stats", StatsDocument.fields(stats));
  }
}
