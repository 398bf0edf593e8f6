package dev.maestro.firestore.cycle;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.MetaState;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.risk.ModeLimits;
import dev.maestro.engine.meta.risk.RiskMemory;
import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.meta.selection.Selection;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.store.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code globalPolicy/current}: what the meta controller decided last, and its memory. */
public final class GlobalPolicyDocument {
  private GlobalPolicyDocument() {}

  /** The fields of the document, and of an entry of the history. */
  public static Map<String, Object> fields(TenantId tenant, MetaState state) {
    GlobalPolicy policy = state.policy();
    Map<String, Object> fields = new TreeMap<>();
    fields.put("tenant_id", tenant.value());
    fields.put("risk_mode", policy.riskMode());
    fields.put(
        "allowed_strategies", policy.allowedStrategies().stream().map(StrategyId::value).toList());
    fields.put("probation", policy.probation().stream().map(StrategyId::value).toList());
    fields.put("max_risk_per_trade", policy.limits().maxRiskPerTrade());
    fields.put("global_min_confidence", policy.limits().minConfidence());
    fields.put("max_positions", (long) policy.limits().maxPositions());
    fields.put("max_daily_trades", (long) policy.limits().maxDailyTrades());
    fields.put("max_slippage_pct", policy.limits().maxSlippagePct());
    fields.put("max_strategies", (long) policy.limits().maxStrategies());
    fields.put("system_health", health(policy.health()));
    fields.put("system_drawdown", policy.health().drawdownPct());
    fields.put("system_winrate", policy.health().winRate());
    fields.put("reasons", policy.reasons());
    fields.put("warnings", policy.warnings().stream().map(Enum::name).toList());
    fields.put("created_at", policy.createdAt());
    fields.put("updated_at", policy.updatedAt());
    fields.put("expires_at", policy.expiresAt());
    Map<String, Object> memory = new TreeMap<>();
    memory.put("in_force", state.memory().inForce());
    memory.put("assessed", state.memory().assessed().stream().map(Enum::name).toList());
    fields.put("memory", memory);
    return fields;
  }

  /**
   * Reads the last evaluation.
   *
   * @throws dev.maestro.firestore.store.UnreadableDocumentException naming the field
   */
  public static MetaState read(StoredFields document) {
    StoredFields memory = document.map("memory");
    try {
      return new MetaState(
          policy(document),
          new RiskMemory(
              memory.word("in_force", RiskMode.class),
              words(memory, "assessed", RiskMode::valueOf)));
    } catch (IllegalArgumentException contradictory) {
      throw document.wrong(
          "policy", "free of contradictions", String.valueOf(contradictory.getMessage()));
    }
  }

  private static GlobalPolicy policy(StoredFields fields) {
    return new GlobalPolicy(
        fields.word("risk_mode", RiskMode.class),
        fields.names("allowed_strategies", "strategy ids", StrategyId::of),
        fields.names("probation", "strategy ids", StrategyId::of),
        new ModeLimits(
            fields.number("max_risk_per_trade"),
            fields.number("global_min_confidence"),
            (int) fields.whole("max_positions"),
            (int) fields.whole("max_daily_trades"),
            fields.number("max_slippage_pct"),
            (int) fields.whole("max_strategies")),
        health(fields.map("system_health")),
        fields.texts("reasons"),
        words(fields, "warnings", Selection.Warning::valueOf),
        fields.time("created_at"),
        fields.time("updated_at"),
        fields.time("expires_at"));
  }

  private static Map<String, Object> health(SystemHealth health) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("drawdown_pct", health.drawdownPct());
    fields.put("winrate", health.winRate());
    fields.put("equity_slope_pct_per_day", health.equitySlopePctPerDay());
    fields.put("consecutive_losses", health.consecutiveLosses());
    fields.put("days_since_profit", health.daysSinceProfit());
    fields.put("regime", health.regime());
    fields.put("volatility", health.volatility());
    return fields;
  }

  private static SystemHealth health(StoredFields fields) {
    return new SystemHealth(
        number(fields, "drawdown_pct"),
        number(fields, "winrate"),
        number(fields, "equity_slope_pct_per_day"),
        count(fields, "consecutive_losses"),
        count(fields, "days_since_profit"),
        fields.word("regime", HealthRegime.class),
        fields.word("volatility", Volatility.class));
  }

  private static OptionalDouble number(StoredFields fields, String name) {
    return fields.has(name) ? OptionalDouble.of(fields.number(name)) : OptionalDouble.empty();
  }

  private static OptionalInt count(StoredFields fields, String name) {
    return fields.has(name) ? OptionalInt.of((int) fields.whole(name)) : OptionalInt.empty();
  }

  private static <E> List<E> words(StoredFields fields, String name, Function<String, E> reader) {
    List<E> words = new ArrayList<>();
    for (String text : fields.texts(name)) {
      try {
        words.add(reader.apply(text));
      } catch (IllegalArgumentException unknown) {
        throw fields.wrong(name, "known words", text);
      }
    }
    return words;
  }
}
