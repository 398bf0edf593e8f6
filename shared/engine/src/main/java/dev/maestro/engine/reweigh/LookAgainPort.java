package dev.maestro.engine.reweigh;

/** Tells a tenant's cycles of trades that came too late for them. */
@FunctionalInterface
public interface LookAgainPort {
  /**
   * Makes the next cycle of the tenant look through the last 30 days, unless that was done since
   * the trade was written. A step of its own, idempotent; a cycle that is under way when it is made
   * either finds the trade or is not stored. Nothing happens if there is no such tenant.
   *
   * @throws RuntimeException if it is not known whether it was done: the news must come again
   */
  void lookAgain(LateTrade trade);
}
