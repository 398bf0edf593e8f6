package dev.maestro.engine.signal;

/** What kind of instrument a signal is about. */
public enum AssetClass {
  /** Shares and funds; the default. */
  EQUITY,
  /** Currency pairs. */
  FOREX,
  /** Crypto currencies. */
  CRYPTO,
  /** Options. */
  OPTIONS
}
