package dev.maestro.functions.status.meta;

import dev.maestro.engine.conduct.evaluate.EvaluateNow;
import dev.maestro.engine.conduct.evaluate.EvaluateNow.Conclusion;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.meta.GlobalPolicy;
import dev.maestro.engine.meta.shown.ActingPolicy;
import dev.maestro.engine.tenant.UnknownTenantException;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import dev.maestro.functions.status.shape.Shape;
import java.time.Duration;
import java.util.UUID;

/** {@code POST evaluate}: the controller looks now. */
public final class EvaluateCalls {
  /** What it gives. */
  public static final Shape GIVES =
      Shape.object()
          .has("status", Shape.oneOf("completed"))
          .has("message", Shape.TEXT)
          .has(
              "evaluation",
              Shape.object()
                  .has("duration_seconds", Shape.NUMBER)
                  .has("policy", MetaShapes.POLICY)
                  .has("timestamp", Shape.TIME));

  private static final double NANOS = 1e9;

  private final EvaluateNow evaluations;

  /** By this use case. */
  public EvaluateCalls(EvaluateNow evaluations) {
    this.evaluations = evaluations;
  }

  /** Evaluates. */
  public Answer now(MemberCall call) throws Problem {
    Conclusion conclusion;
    try {
      conclusion = evaluations.evaluate(call.tenant(), call.uid() + "/" + UUID.randomUUID());
    } catch (UnknownTenantException nothing) {
      throw Problem.notFound(String.valueOf(nothing.getMessage()));
    }
    if (conclusion instanceof Conclusion.Running other) {
      throw Problem.running(other.id(), other.leaseUntil());
    }
    if (conclusion instanceof Conclusion.SwitchedOff off) {
      throw Problem.refusal(409, "SWITCHED_OFF", "Nobody evaluates this tenant", off.why());
    }
    return Answer.ok(written((Conclusion.Evaluated) conclusion));
  }

  private static Written written(Conclusion.Evaluated evaluated) {
    GlobalPolicy policy = evaluated.state().policy();
    ActingPolicy acting = new ActingPolicy(policy, policy.updatedAt());
    return Written.of("status", "completed")
        .with("message", message(evaluated))
        .with(
            "evaluation",
            Written.of("duration_seconds", seconds(evaluated.took()))
                .with("policy", ActingPolicy.VIEW.write(acting))
                .with("timestamp", policy.updatedAt()));
  }

  private static String message(Conclusion.Evaluated evaluated) {
    String inForce = evaluated.state().policy().riskMode() + " is in force";
    return evaluated.isDue()
        ? inForce
        : inForce + "; no evaluation was due, so this one can only tighten the mode";
  }

  private static double seconds(Duration took) {
    return took.toNanos() / NANOS;
  }
}
