package dev.maestro.embedded.storm.broker;

import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.time.Instant;

/** One order at the broker, known by its client_order_id. Changes as the broker fills it. */
public final class BrokerOrder {
  private final Nonce nonce;
  private final PositionKey key;
  private final OrderSide side;
  private final long limit;
  private final long units;
  private final long price;
  long filled;
  long notional;
  long fees;
  boolean isDone;
  boolean isCancelAsked;
  int revision = 1;
  Instant lastFill;

  /**
   * A new order.
   *
   * @param limit what an entry may be worth; 0 for an exit
   * @param units how much is asked for
   * @param price in cents, around which it fills
   */
  public BrokerOrder(
      Nonce nonce,
      PositionKey key,
      OrderSide side,
      long limit,
      long units,
      long price,
      Instant at) {
    this.nonce = nonce;
    this.key = key;
    this.side = side;
    this.limit = limit;
    this.units = units;
    this.price = price;
    this.lastFill = at;
  }

  /** Its client_order_id. */
  public Nonce nonce() {
    return nonce;
  }

  /** Whose it is, and of what. */
  public PositionKey key() {
    return key;
  }

  /** What it does. */
  public OrderSide side() {
    return side;
  }

  /** True if it opens. */
  public boolean isEntry() {
    return limit > 0;
  }

  /** What an entry was granted, in units of money. */
  public long limit() {
    return limit;
  }

  /** How much was asked for. */
  public long units() {
    return units;
  }

  /** Cents. */
  long price() {
    return price;
  }

  /** How much was filled. */
  public long filled() {
    return filled;
  }

  /** For how much. */
  public long notional() {
    return notional;
  }

  /** At which fees. */
  public long fees() {
    return fees;
  }

  /** True if the broker says that it can fill no more. */
  public boolean isDone() {
    return isDone;
  }

  /** One more with each change. */
  public int revision() {
    return revision;
  }

  /** When it filled last, or was sent. */
  public Instant lastFill() {
    return lastFill;
  }

  /** All it has filled, as an executor reports it. */
  public FilledSoFar figures() {
    return new FilledSoFar(Units.quantity(filled), Units.money(notional), Units.money(fees));
  }
}
