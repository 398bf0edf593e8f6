package dev.maestro.cli.policy;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.LinkedHashMap;
import java.util.Map;

/** A policy as plain values for JSON, under the names of the specification. */
public final class PolicyJson {
  private PolicyJson() {}

  /** All of it but its time; block reasons are sorted by name. */
  public static Map<String, Object> of(TradingPolicy policy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("allow_new_trades", policy.allowNewTrades());
    json.put("risk_profile", policy.riskProfile().name());
    json.put("max_risk_pct", policy.maxRisk().value());
    json.put("min_confidence", policy.minConfidence().value());
    json.put("entry_mode", policy.entryMode().name());
    json.put("exit_mode", policy.exitMode().name());
    json.put("max_positions", policy.maxPositions());
    json.put("allowed_symbols", policy.allowedSymbols().stream().map(Symbol::value).toList());
    json.put("disallowed_symbols", policy.disallowedSymbols().stream().map(Symbol::value).toList());
    json.put("symbols_default", policy.symbolsDefault().name());
    json.put("note", policy.note());
    json.put("block_reasons", policy.blockReasons().stream().map(Enum::name).sorted().toList());
    json.put("profile", policy.profile().name());
    return json;
  }
}
