package dev.maestro.engine.control;

import java.time.Instant;

/**
 * The kill switch with its fence: the state, who set it and why, and how often it was set. An entry
 * that was reserved under an older fence is never granted.
 *
 * @param reason blank where nobody gave one
 * @param by who set it; empty if nobody ever did
 * @param at when it was set
 * @param fence 0 at the beginning, one more with each change
 * @param isFlattening true if every cycle is to close what is held; only in REDUCING
 */
public record TradingControl(
    TradingState state, String reason, String by, Instant at, long fence, boolean isFlattening) {
  /** What is there before anybody threw a switch. */
  public static final TradingControl INITIAL =
      new TradingControl(TradingState.ACTIVE, "", "", Instant.EPOCH, 0, false);

  /** What a switch that is missing or cannot be read counts as. */
  public static final TradingControl UNKNOWN =
      new TradingControl(
          TradingState.REDUCING,
          "the control state is missing or unreadable",
          "",
          Instant.EPOCH,
          0,
          false);

  /** Refuses a fence below 0, and flattening in another state than REDUCING. */
  public TradingControl {
    if (fence < 0) {
      throw new IllegalArgumentException("a fence is 0 or more, got " + fence);
    }
    if (isFlattening && state != TradingState.REDUCING) {
      throw new IllegalArgumentException("flatten goes with REDUCING, got " + state);
    }
  }

  /**
   * What two switches are together, a tenant's and everybody's: the stricter state, the sum of the
   * fences. A sum below the highest that was ever seen means that a switch was lost: it reads as
   * REDUCING at least.
   */
  public static TradingControl together(
      TradingControl tenant, TradingControl global, long highestFence) {
    TradingControl stricter = tenant.state.compareTo(global.state) >= 0 ? tenant : global;
    boolean isFlat = tenant.isFlattening || global.isFlattening;
    TradingControl both = stricter.withFence(tenant.fence + global.fence);
    TradingControl known =
        both.fence < highestFence
            ? both.atLeastReducing("the fence went back: a switch was lost").withFence(highestFence)
            : both;
    return isFlat && known.state == TradingState.REDUCING ? known.flattening() : known;
  }

  /** The next state, under the next fence. */
  public TradingControl next(TradingState newState, String why, String who, Instant when) {
    return new TradingControl(newState, why, who, when, fence + 1, false);
  }

  /** The same state, in which every cycle closes what is held. */
  public TradingControl flattening() {
    return new TradingControl(state, reason, by, at, fence, true);
  }

  /** This switch as a ledger sees it that has seen the given fence. */
  public TradingControl atFence(long highestFence) {
    return together(this, INITIAL, highestFence);
  }

  /** Everything the policy allows. */
  public boolean isActive() {
    return state == TradingState.ACTIVE;
  }

  /** Nothing is reserved and nothing is granted. */
  public boolean isHalted() {
    return state == TradingState.HALTED;
  }

  /** The state with its reason. */
  public ControlState toState() {
    return new ControlState(state, reason);
  }

  /** The same switch under another fence. */
  public TradingControl withFence(long newFence) {
    return new TradingControl(state, reason, by, at, newFence, isFlattening);
  }

  /** The same switch, REDUCING where it was ACTIVE. */
  public TradingControl atLeastReducing(String why) {
    return state == TradingState.ACTIVE
        ? new TradingControl(TradingState.REDUCING, why, by, at, fence, false)
        : this;
  }
}
