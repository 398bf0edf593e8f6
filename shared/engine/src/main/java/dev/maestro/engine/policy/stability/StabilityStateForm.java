package dev.maestro.engine.policy.stability;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.TradingPolicyForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the policy in force, and what is remembered to loosen it, is written and read. */
public final class StabilityStateForm {
  private static final String NONE = "NONE";

  /** A word where there is no latch: one that is lost must not pass for none. */
  private static final Kind<Optional<LocalDate>> DAY_OR_NONE =
      Kinds.leaf(
          Kinds.DAY.rule() + ", or " + NONE,
          StabilityStateForm::latch,
          latch -> latch.isPresent() ? latch.get() : NONE);

  private static final Field<StabilityState, TradingPolicy> POLICY =
      Field.required("policy", TradingPolicyForm.FORM, StabilityState::inForce);
  private static final Field<StabilityState, Optional<Instant>> CHANGED_AT =
      Field.optional("changed_at", Kinds.TIME, StabilityState::changedAt);
  private static final Field<StabilityState, Optional<Instant>> EVALUATED_AT =
      Field.optional("evaluated_at", Kinds.TIME, StabilityState::evaluatedAt);

  /** When it expires, for readers who know no rule; an earlier one than the rule's counts. */
  private static final Field<StabilityState, Optional<Instant>> EXPIRES_AT =
      Field.optional("expires_at", Kinds.TIME, StabilityState::expiresAt);

  private static final Field<StabilityState, Optional<LocalDate>> LATCH_DAY =
      Field.required("latch_day", DAY_OR_NONE, StabilityState::latchDay);
  private static final Field<StabilityState, SortedMap<PolicyField, Integer>> COUNTERS =
      Field.withDefault(
          "counters",
          Kinds.map(Kinds.word(PolicyField.class, PolicyField::word), Kinds.COUNT),
          new TreeMap<>(),
          state -> new TreeMap<>(state.counters()));

  /** The state; stores write more beside it. */
  public static final Form<StabilityState> FORM =
      Form.of(
              "a policy in force",
              StabilityStateForm::read,
              List.of(POLICY, CHANGED_AT, EVALUATED_AT, EXPIRES_AT, LATCH_DAY, COUNTERS))
          .open();

  /** When it was evaluated last, and until when it holds. */
  public static final View<StabilityState> TIMES = View.of(CHANGED_AT, EVALUATED_AT, EXPIRES_AT);

  /** What an evaluation led to: the state, what waits, and by which profile. */
  public static final View<PolicyStep> STEP =
      View.<PolicyStep>empty()
          .all(FORM, PolicyStep::state)
          .with("held", step -> words(step.held()))
          .with("profile", step -> step.inForce().profile());

  /** The same as an entry of the history, which also tells what was loosened, and why. */
  public static final View<PolicyStep> HISTORY =
      STEP.with("loosened", step -> words(step.loosened()))
          .with("why", step -> step.inForce().note());

  private StabilityStateForm() {}

  /** An expiry that is lost must not pass for the one that the rule would give. */
  private static StabilityState read(Fields in) {
    if (EVALUATED_AT.in(in).isPresent() != EXPIRES_AT.in(in).isPresent()) {
      throw new IllegalArgumentException(
          EXPIRES_AT.name() + " is there exactly if " + EVALUATED_AT.name() + " is");
    }
    return new StabilityState(
        POLICY.in(in),
        CHANGED_AT.in(in),
        EVALUATED_AT.in(in),
        EXPIRES_AT.in(in),
        LATCH_DAY.in(in),
        COUNTERS.in(in));
  }

  private static List<String> words(Collection<PolicyField> fields) {
    return fields.stream().map(PolicyField::word).toList();
  }

  /** Empty where it cannot be read; inside, empty where there is none. */
  private static Optional<Optional<LocalDate>> latch(Object given) {
    Optional<LocalDate> day = Kinds.DAY.find(given);
    return day.isPresent() || given.equals(NONE) ? Optional.of(day) : Optional.empty();
  }
}
