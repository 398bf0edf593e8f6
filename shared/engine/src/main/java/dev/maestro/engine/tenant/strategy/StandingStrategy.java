package dev.maestro.engine.tenant.strategy;

import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.signal.RegisteredStrategy;
import java.util.Optional;

/**
 * What stands under the id of a strategy.
 *
 * @param isThere true: something does
 * @param known empty: nothing does, or nothing that can be read
 * @param version wanted back by {@link StrategiesPort#replace}
 */
public record StandingStrategy(
    boolean isThere, Optional<RegisteredStrategy> known, StoreVersion version) {}
