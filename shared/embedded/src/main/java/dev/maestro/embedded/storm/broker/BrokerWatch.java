package dev.maestro.embedded.storm.broker;

/** Who looks at what really happens. */
public interface BrokerWatch {
  /** An order arrived, under a nonce that the broker may know already. */
  void arrived(BrokerOrder order, boolean isKnown);

  /**
   * An order filled.
   *
   * @param before what was held under its key, signed
   * @param units of this fill, above 0
   * @param notional of this fill
   * @param fees of this fill
   * @param isAfterEnd true if the broker had said that it can fill no more
   */
  void filled(
      BrokerOrder order, long before, long units, long notional, long fees, boolean isAfterEnd);

  /** A stop or a liquidation; what it took of the buying power, 0 or more. */
  void closed(BrokerClose close, long lost);

  /** Fees of an order were corrected by so much. */
  void charged(BrokerOrder order, long difference);
}
