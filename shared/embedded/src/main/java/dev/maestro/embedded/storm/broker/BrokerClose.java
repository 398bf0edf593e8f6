package dev.maestro.embedded.storm.broker;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import java.time.Instant;

/**
 * A stop or a liquidation, which no intent asked for.
 *
 * @param units above 0
 * @param fees of either sign
 * @param at the broker's time
 * @param heardAt when executors hear of it at the earliest
 */
public record BrokerClose(
    String id,
    PositionKey key,
    OrderSide side,
    long units,
    long notional,
    long fees,
    Instant at,
    Instant heardAt) {}
