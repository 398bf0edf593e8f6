package dev.maestro.engine.narration.fact;

import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A record as cycles write them: four strategies, of which two are ACTIVE, one REDUCED and one in
 * SHADOW_MODE, one more that is disabled, and three signals.
 */
public final class ToldRecord {
  private final List<Map<String, Object>> allocations = new ArrayList<>();
  private final List<Map<String, Object>> signals = new ArrayList<>();

  /** The usual one. */
  public ToldRecord() {
    strategy("trend_1", "ACTIVE", "ADMITTED", 1.5244, "Sharpe Ratio 1.52 >= 1.0. Full allocation.");
    strategy("mean-rev", "ACTIVE", "ADMITTED", 1.1, "Sharpe Ratio 1.10 >= 1.0. Full allocation.");
    strategy("llm", "REDUCED", "ON_PROBATION", 0.8234, "Sharpe Ratio 0.82 < 1.0. By 50%.");
    strategy("news", "SHADOW_MODE", "ADMITTED", -1.2, "Drawdown -52.0% <= -50.0%. Moving.");
    strategy("old", "ACTIVE", "DISABLED", 0.3, "Sharpe Ratio 0.30 < 0.5.");
    signal("trend_1", "BUY", "BTC-USD", "APPROVED", 0.125, "momentum of 77");
    signal("mean-rev", "BUY", "AAPL", "DENIED", 0.0, "");
    signal("llm", "SELL", "AAPL", "APPROVED", 0.2, "");
  }

  /** One more strategy. */
  public ToldRecord strategy(
      String name, String mode, String admission, double sharpe, String reasoning) {
    allocations.add(
        Map.of(
            "admission", admission,
            "days", 12L,
            "final_allocation", 0.125,
            "mode", mode,
            "reasoning", reasoning,
            "sharpe_ratio", sharpe,
            "strategy_name", name));
    return this;
  }

  /** One more signal. */
  public ToldRecord signal(
      String strategy,
      String action,
      String symbol,
      String verdict,
      double allocation,
      String reasoning) {
    signals.add(
        Map.of(
            "action", action,
            "allocation", allocation,
            "metadata", Map.of("target", 4711),
            "notional", "1250.50",
            "price", 1250.5,
            "reasoning", reasoning,
            "reasons", verdict.equals("DENIED") ? List.of("LOW_CONFIDENCE") : List.of(),
            "strategy", strategy,
            "symbol", symbol,
            "verdict", verdict));
    return this;
  }

  /** As it is stored, sealed. */
  public Map<String, Object> fields() {
    Map<String, Object> record = new TreeMap<>();
    record.put("allocation_decisions", allocations);
    record.put("signals", signals);
    record.put("cycle_slot", "2026-03-02T12:05:00.000Z");
    record.put("timestamp", "2026-03-02T12:05:02.000Z");
    record.put("session_id", "maestro_1772453100000_35b81a8013a23300");
    record.put("engine_version", "9.8.7");
    record.put("risk_mode", "DEFENSIVE");
    record.put("risk_reasons", List.of("drawdown of 12.5%"));
    record.put("policy", Map.of("max_risk_pct", 2, "max_positions", 8, "note", "VOLATILE - safe"));
    record.put("signals_modified", Map.of());
    record.put("systemic_risk_detected", false);
    record.put("systemic_risk_details", Optional.empty());
    return ChainRecord.seal(record, ChainHead.EMPTY).fields();
  }

  RecordFacts facts() {
    return RecordFacts.of(fields());
  }
}
