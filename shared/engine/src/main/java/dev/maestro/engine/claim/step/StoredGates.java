package dev.maestro.engine.claim.step;

import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingControlForm;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.policy.stability.StabilityState;
import dev.maestro.engine.policy.stability.StabilityStateForm;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands before every grant and has documents of its own: both kill switches and the policy in
 * force. What is missing or unreadable counts as the tightest that it could say; only a switch of
 * everybody's that was never thrown is missing without meaning anything.
 */
public record StoredGates(TradingControl tenant, TradingControl global, EntryPolicy policy) {
  /** A switch of a tenant as it is stored; empty: there is no document. */
  public static TradingControl tenant(Optional<Fields> stored) {
    return stored.map(StoredGates::control).orElse(TradingControl.UNKNOWN);
  }

  /** Everybody's switch as it is stored; empty: there is no document. */
  public static TradingControl global(Optional<Fields> stored) {
    return stored.map(StoredGates::control).orElse(TradingControl.INITIAL);
  }

  /** The policy in force as cycles keep it; empty: there is no document. */
  public static EntryPolicy policy(Optional<Fields> stored, Instant now) {
    try {
      return stored
          .map(StabilityStateForm.FORM::read)
          .filter((StabilityState state) -> !state.isOfTimeToCome(now))
          .map(EntryPolicy::of)
          .orElse(EntryPolicy.ALLOWS_NOTHING);
    } catch (IllegalArgumentException unreadable) {
      return EntryPolicy.ALLOWS_NOTHING;
    }
  }

  /** The ledger with what is in force now; its highest fence is the one that it has seen. */
  public Ledger before(Ledger ledger) {
    return ledger
        .withControl(TradingControl.together(tenant, global, ledger.control().fence()))
        .withPolicy(policy);
  }

  /**
   * The tenant's switch after an order.
   *
   * @param order its state, reason, person and flatten count
   * @param highestFence that any ledger of the tenant has seen; a switch that was lost is found
   *     again by one fence beyond it
   */
  public TradingControl thrown(TradingControl order, long highestFence, Instant now) {
    long next = Math.max(tenant.fence(), highestFence - global.fence()) + 1;
    return at(order, next, now);
  }

  /** Everybody's switch after an order. */
  public TradingControl thrownForAll(TradingControl order, Instant now) {
    return at(order, global.fence() + 1, now);
  }

  /** Exits only, and never looser than the tenant's switch is already. */
  public TradingControl reduced(String why, String by, long highestFence, Instant now) {
    boolean isTight = tenant.state() != TradingState.ACTIVE;
    TradingControl order =
        new TradingControl(
            isTight ? tenant.state() : TradingState.REDUCING,
            why,
            by,
            now,
            0,
            tenant.isFlattening());
    return thrown(order, highestFence, now);
  }

  private static TradingControl at(TradingControl order, long fence, Instant now) {
    return new TradingControl(
        order.state(), order.reason(), order.by(), now, fence, order.isFlattening());
  }

  private static TradingControl control(Fields stored) {
    try {
      return TradingControlForm.FORM.read(stored);
    } catch (IllegalArgumentException unreadable) {
      return TradingControl.UNKNOWN;
    }
  }
}
