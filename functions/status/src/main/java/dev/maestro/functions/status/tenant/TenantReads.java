package dev.maestro.functions.status.tenant;

import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.api.ConfigView;
import dev.maestro.firestore.api.PolicyView;
import dev.maestro.firestore.api.WeightsView;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import dev.maestro.functions.status.route.QueryParameter;
import dev.maestro.functions.status.shape.Shape;
import java.util.Optional;

/** {@code GET policy}, {@code config} and {@code weights}. */
public final class TenantReads {
  /** Whose. */
  public static final QueryParameter UID =
      new QueryParameter("uid", Shape.TEXT, "Whose; the caller's own without it");

  /** One section of the configuration. */
  public static final QueryParameter SECTION =
      new QueryParameter("section", Shape.TEXT, "One section alone");

  private final PolicyView policy;
  private final ConfigView config;
  private final WeightsView weights;

  /** Of these views. */
  public TenantReads(PolicyView policy, ConfigView config, WeightsView weights) {
    this.policy = policy;
    this.config = config;
    this.weights = weights;
  }

  /** The trading policy in force. */
  public Answer policy(MemberCall call) {
    return Answer.ok(policy.of(call.tenant(), call.now()));
  }

  /** The configuration in force. */
  public Answer config(MemberCall call) throws Problem, RefusedInputException {
    return Answer.found(config.of(call.tenant(), call.query(SECTION)), "configuration");
  }

  /** The weights of a user. */
  public Answer weights(MemberCall call) throws Problem, RefusedInputException {
    Optional<String> named = call.query(UID);
    Uid uid = named.isPresent() ? uid(named.get()) : call.uid();
    return Answer.found(weights.of(uid, call.uid(), call.tenant()), "weights of such a user");
  }

  private static Uid uid(String text) throws RefusedInputException {
    return Uid.of(text)
        .orElseThrow(
            () -> new RefusedInputException("uid", "uid must be a user id of 1 to 128 characters"));
  }
}
