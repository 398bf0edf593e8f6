package dev.maestro.firestore.policy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.gather.DayEquityForm;
import dev.maestro.engine.policy.stability.PolicyStep;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * {@code policy/current}: the policy in force, and how the account's day has gone. Both stand where
 * only cycles write, for what a feeder can lose would be a loss forgotten.
 *
 * @param day empty if no cycle has begun one
 */
public record PolicyDocument(StabilityState stability, Optional<DayEquity> day) {
  /** The document below its tenant. */
  public static final String PATH = "policy/current";

  private static final String DAY = "account_day";

  /** What a cycle leaves. */
  public static Map<String, Object> fields(PolicyStep step, Optional<DayEquity> day) {
    Map<String, Object> fields = StabilityStateForm.STEP.write(step);
    fields.put(DAY, DayEquityForm.remembered(day).values());
    return fields;
  }

  /**
   * Reads the document. Who never loosened anything counts as having done so at its last
   * evaluation: a time that is lost must not let the next loosening come sooner.
   *
   * @throws IllegalArgumentException naming the field, also for one that is more than a day ahead
   */
  public static PolicyDocument read(Fields fields, Instant now) {
    StabilityState read = StabilityStateForm.FORM.read(fields);
    Optional<DayEquity> day = DayEquityForm.remembered(fields.require(DAY).fields(DAY));
    StabilityState state =
        new StabilityState(
            read.inForce(),
            read.changedAt().or(read::evaluatedAt),
            read.evaluatedAt(),
            read.expiresAt(),
            read.latchDay(),
            read.counters());
    if (state.isOfTimeToCome(now) || day.filter(known -> known.isOfTimeToCome(now)).isPresent()) {
      throw new IllegalArgumentException(
          "evaluated_at, changed_at, latch_day or account_day is more than a day ahead");
    }
    return new PolicyDocument(state, day);
  }
}
