package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.store.Paths;
import java.time.Instant;
import java.util.Optional;

/**
 * The trading policy in force. One that has expired, is missing or cannot be read is closed: no new
 * trades, {@code AWAITING_DATA}; the note says why.
 */
public final class PolicyView {
  private static final View<Shown> ANSWER =
      View.<Shown>empty()
          .with("policy", shown -> TradingPolicyForm.FORM.write(shown.policy()))
          .with("expired", Shown::isStandIn)
          .all(StabilityStateForm.TIMES, Shown::state);

  /**
   * What is shown.
   *
   * @param policy in force, or the closed one that stands in for it
   * @param state that is stored; its times are empty if none can be read
   */
  private record Shown(TradingPolicy policy, boolean isStandIn, StabilityState state) {}

  private final Firestore firestore;

  /** Reads here. */
  public PolicyView(Firestore firestore) {
    this.firestore = firestore;
  }

  /** The fields of {@code GET /api/maestro/policy}. */
  public Written of(TenantId tenant, Instant now) {
    Optional<Fields> stored = StoredReads.find(firestore, Paths.of(tenant, "policy/current"));
    if (stored.isEmpty()) {
      return closed("No policy has been decided yet", now);
    }
    try {
      return view(stored.get(), now);
    } catch (UnreadableValueException broken) {
      return closed("The policy cannot be read: " + broken.getMessage(), now);
    }
  }

  private static Written view(Fields stored, Instant now) {
    StabilityState state = StabilityStateForm.FORM.read(stored);
    if (state.isOfTimeToCome(now)) {
      return closed("The policy cannot be read: it is of a time to come", now);
    }
    boolean isExpired = state.expiresAt().filter(now::isBefore).isEmpty();
    TradingPolicy policy = isExpired ? expired(state.inForce(), now) : state.inForce();
    return ANSWER.written(new Shown(policy, isExpired, state));
  }

  private static TradingPolicy expired(TradingPolicy last, Instant now) {
    return TradingPolicy.closed(last.symbolsDefault(), "Policy expired", now, last.profile());
  }

  private static Written closed(String note, Instant now) {
    TradingPolicy policy = TradingPolicy.closed(SymbolsDefault.DENY, note, now, ProfileName.SAFE);
    StabilityState unknown = StabilityState.initial(SymbolsDefault.DENY, now, ProfileName.SAFE);
    return ANSWER.written(new Shown(policy, true, unknown));
  }
}
