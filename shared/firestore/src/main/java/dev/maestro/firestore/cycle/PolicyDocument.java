package dev.maestro.firestore.cycle;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.stability.PolicyField;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.firestore.store.StoredFields;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code policy/current}: the trading policy in force and what is remembered to loosen it. */
public final class PolicyDocument {
  private PolicyDocument() {}

  /** The fields of the document after an evaluation. */
  public static Map<String, Object> fields(TenantId tenant, PolicyStep step) {
    StabilityState state = step.state();
    Map<String, Object> fields = new TreeMap<>();
    fields.put("tenant_id", tenant.value());
    fields.put("policy", policy(state.inForce()));
    fields.put("changed_at", state.changedAt());
    fields.put("evaluated_at", state.evaluatedAt());
    fields.put("expires_at", state.expiresAt());
    fields.put("latch_day", state.latchDay());
    Map<String, Object> counters = new TreeMap<>();
    state.counters().forEach((field, count) -> counters.put(field.word(), (long) count));
    fields.put("counters", counters);
    fields.put("held", words(step.held()));
    fields.put("profile", state.inForce().profile());
    return fields;
  }

  /** The fields of an entry of the history: the same, and what was loosened now. */
  public static Map<String, Object> history(TenantId tenant, PolicyStep step) {
    Map<String, Object> fields = fields(tenant, step);
    fields.put("loosened", words(step.loosened()));
    fields.put("why", step.inForce().note());
    return fields;
  }

  /**
   * Reads the state.
   *
   * @throws dev.maestro.firestore.store.UnreadableDocumentException naming the field
   */
  public static StabilityState read(StoredFields document) {
    Map<PolicyField, Integer> counters = new EnumMap<>(PolicyField.class);
    StoredFields stored = document.map("counters");
    for (PolicyField field : PolicyField.values()) {
      if (stored.has(field.word())) {
        counters.put(field, (int) stored.whole(field.word()));
      }
    }
    return new StabilityState(
        readPolicy(document.map("policy")),
        document.optionalTime("changed_at"),
        document.optionalTime("evaluated_at"),
        document.optionalDay("latch_day"),
        counters);
  }

  /** True if the two policies say the same, whenever they were decided. */
  public static boolean sayTheSame(TradingPolicy one, TradingPolicy other) {
    return terms(one).equals(terms(other));
  }

  private static Map<String, Object> terms(TradingPolicy policy) {
    Map<String, Object> terms = policy(policy);
    terms.remove("timestamp");
    terms.remove("note");
    return terms;
  }

  private static Map<String, Object> policy(TradingPolicy policy) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("allow_new_trades", policy.allowNewTrades());
    fields.put("risk_profile", policy.riskProfile());
    fields.put("max_risk_pct", policy.maxRisk().value());
    fields.put("min_confidence", policy.minConfidence().value());
    fields.put("entry_mode", policy.entryMode());
    fields.put("exit_mode", policy.exitMode());
    fields.put("max_positions", (long) policy.maxPositions());
    fields.put("allowed_symbols", policy.allowedSymbols().stream().map(Symbol::value).toList());
    fields.put(
        "disallowed_symbols", policy.disallowedSymbols().stream().map(Symbol::value).toList());
    fields.put("symbols_default", policy.symbolsDefault());
    fields.put("note", policy.note());
    fields.put("block_reasons", policy.blockReasons().stream().map(Enum::name).sorted().toList());
    fields.put("timestamp", policy.timestamp());
    fields.put("profile", policy.profile());
    return fields;
  }

  private static TradingPolicy readPolicy(StoredFields fields) {
    Instant decidedAt = fields.time("timestamp");
    Set<BlockReason> reasons = EnumSet.noneOf(BlockReason.class);
    for (String reason : fields.texts("block_reasons")) {
      try {
        reasons.add(BlockReason.valueOf(reason));
      } catch (IllegalArgumentException unknown) {
        throw fields.wrong("block_reasons", "known codes", reason);
      }
    }
    try {
      return new TradingPolicy(
          fields.word("risk_profile", RiskProfile.class),
          new Percent(fields.number("max_risk_pct")),
          new Fraction(fields.number("min_confidence")),
          fields.word("entry_mode", EntryMode.class),
          fields.word("exit_mode", ExitMode.class),
          (int) fields.whole("max_positions"),
          fields.names("allowed_symbols", "symbols", Symbol::of),
          fields.names("disallowed_symbols", "symbols", Symbol::of),
          fields.word("symbols_default", SymbolsDefault.class),
          fields.text("note"),
          reasons,
          decidedAt,
          fields.word("profile", ProfileName.class));
    } catch (IllegalArgumentException contradictory) {
      throw fields.wrong(
          "policy", "free of contradictions", String.valueOf(contradictory.getMessage()));
    }
  }

  private static List<String> words(Collection<PolicyField> fields) {
    return fields.stream().map(PolicyField::word).toList();
  }
}
