package dev.maestro.embedded.storm.store;

/**
 * Which promises the store keeps; faults are planted here, too.
 *
 * @param verifiesReads a commit is refused if what was read has changed since
 * @param readsSwitchInside the kill switch is read in the transaction, not remembered from before
 */
public record StoreManners(boolean verifiesReads, boolean readsSwitchInside) {
  /** All of them. */
  public static final StoreManners GOOD = new StoreManners(true, true);
}
