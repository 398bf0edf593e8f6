package dev.maestro.engine.why;

import dev.maestro.engine.capital.sizing.CutCode;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.engine.verdict.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which limits and inputs may lift a reason or a cut, in the order in which they are tried. */
final class Reasons {
  private static final List<Knob> CAPITAL =
      List.of(
          Knob.EXPOSURE,
          Knob.BUYING_POWER,
          Knob.SYMBOL_EXPOSURE,
          Knob.MAX_ORDER,
          Knob.WEIGHT,
          Knob.MAX_RISK,
          Knob.ALLOCATION);

  private static final Map<String, List<Knob>> KNOBS = knobs();

  private Reasons() {}

  /** None for a reason that is a state and no number: somebody has to change that state. */
  static List<Knob> knobs(String code) {
    return KNOBS.getOrDefault(code, List.of());
  }

  private static Map<String, List<Knob>> knobs() {
    Map<String, List<Knob>> knobs = new TreeMap<>();
    knobs.put(ReasonCode.LOW_CONFIDENCE.name(), List.of(Knob.CONFIDENCE));
    knobs.put(ThrottleMode.SHADOW_MODE.name(), List.of(Knob.SHADOW_BELOW, Knob.MAX_DRAWDOWN));
    knobs.put(ThrottleMode.REDUCED.name(), List.of(Knob.REDUCE_BELOW));
    knobs.put(ReasonCode.SYSTEMIC_RISK.name(), List.of(Knob.SELL_THRESHOLD));
    knobs.put(ReasonCode.STALE_SIGNAL.name(), List.of(Knob.LATENESS));
    knobs.put(ReasonCode.STALE_ACCOUNT.name(), List.of(Knob.ACCOUNT_MAX_AGE));
    knobs.put(ReasonCode.NO_ALLOCATION.name(), List.of(Knob.ALLOCATION));
    knobs.put(ReasonCode.PRICE_COLLAR.name(), List.of(Knob.PRICE_COLLAR));
    knobs.put(ReasonCode.NO_CAPITAL.name(), CAPITAL);
    knobs.put(ReasonCode.MAX_POSITIONS.name(), List.of(Knob.MAX_POSITIONS));
    knobs.put(ReasonCode.DAILY_TRADES.name(), List.of(Knob.MAX_DAILY_TRADES));
    knobs.put(ReasonCode.LEDGER_FULL.name(), List.of(Knob.MAX_OPEN));
    knobs.put("VIX", List.of(Knob.VIX));
    knobs.put(CutCode.RISK_CAP.name(), List.of(Knob.MAX_RISK));
    knobs.put(CutCode.AGENT_CAPITAL.name(), List.of(Knob.WEIGHT));
    knobs.put(CutCode.AVAILABLE.name(), List.of(Knob.BUYING_POWER));
    knobs.put(CutCode.EXPOSURE.name(), List.of(Knob.EXPOSURE));
    knobs.put(CutCode.SYMBOL_EXPOSURE.name(), List.of(Knob.SYMBOL_EXPOSURE));
    knobs.put(CutCode.MAX_NOTIONAL.name(), List.of(Knob.MAX_ORDER));
    return knobs;
  }
}
