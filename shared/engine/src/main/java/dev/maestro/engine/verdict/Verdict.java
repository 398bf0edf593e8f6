package dev.maestro.engine.verdict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was decided about one signal.
 *
 * @param reasons every reason that applied, in order, with a sentence each; empty unless DENIED
 */
public record Verdict(Outcome outcome, Map<ReasonCode, String> reasons) {
  /** The three outcomes. */
  public enum Outcome {
    /** It may go on, perhaps smaller. */
    APPROVED,
    /** Nothing was asked. */
    HOLD,
    /** It may not. */
    DENIED
  }

  /** A denial has reasons, and nothing else has. */
  public Verdict {
    if ((outcome == Outcome.DENIED) == reasons.isEmpty()) {
      throw new IllegalArgumentException(
          "a verdict has reasons exactly if it is DENIED, got " + outcome + " with " + reasons);
    }
    reasons = reasons.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(reasons));
  }

  /** The codes, in order. */
  public List<String> codes() {
    return reasons.keySet().stream().map(Enum::name).toList();
  }

  /** One text for people. */
  public String sentence() {
    return switch (outcome) {
      case APPROVED -> "Approved.";
      case HOLD -> "Nothing was asked.";
      case DENIED -> "Denied: " + String.join("; ", reasons.values()) + ".";
    };
  }
}
