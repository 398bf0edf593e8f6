package dev.maestro.engine.capital.intent;

/** Where an intent stands. No state goes back. */
public enum IntentState {
  /** Waits for an executor. */
  RESERVED,
  /** An executor has it and reports. */
  CLAIMED,
  /** Its executor fell silent: it keeps its capital until somebody says what became of it. */
  UNKNOWN,
  /** Ended, with something filled. */
  FILLED,
  /** Ended, with nothing filled; a late fill makes it FILLED. */
  RELEASED,
  /** Ended: nobody claimed it in time. */
  EXPIRED,
  /** Ended before anybody claimed it. */
  CANCELLED;

  /** True while it reserves something. */
  public boolean isOpen() {
    return this == RESERVED || isWorking();
  }

  /** True while an order of it may be at the broker. */
  public boolean isWorking() {
    return this == CLAIMED || this == UNKNOWN;
  }

  /** True if an executor has, or had, it. */
  public boolean wasClaimed() {
    return isWorking() || this == FILLED || this == RELEASED;
  }

  /** True if the next state may follow this one. */
  public boolean mayBecome(IntentState next) {
    return switch (this) {
      case RESERVED -> next == CLAIMED || next == EXPIRED || next == CANCELLED;
      case CLAIMED -> next == UNKNOWN || next == FILLED || next == RELEASED;
      case UNKNOWN -> next == FILLED || next == RELEASED;
      case RELEASED -> next == FILLED;
      case FILLED, EXPIRED, CANCELLED -> false;
    };
  }
}
