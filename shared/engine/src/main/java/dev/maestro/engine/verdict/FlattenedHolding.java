package dev.maestro.engine.verdict;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;

/** A holding that is closed because an operator flattens the account; no signal asked for it. */
public record FlattenedHolding(Nonce nonce, PositionKey key, OrderSide side, Quantity quantity) {}
