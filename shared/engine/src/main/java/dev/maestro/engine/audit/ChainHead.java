package dev.maestro.engine.audit;

/**
 * Where a chain of records stands.
 *
 * @param seq number of the newest record; 0 before the first
 * @param hash of the newest record; {@link #GENESIS} before the first
 */
public record ChainHead(long seq, String hash) {
  /** The hash that the first record builds on. */
  public static final String GENESIS = "0".repeat(64);

  /** A chain without records. */
  public static final ChainHead EMPTY = new ChainHead(0, GENESIS);
}
