package dev.maestro.engine.market.feed;

import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.port.StoreVersion;
import java.util.Optional;

/**
 * The bars of a symbol as they stand in the store.
 *
 * @param bars empty: there are none, or none that can be read
 * @param version wanted back by {@link BarsPort#replace}
 */
public record StandingBars(Optional<BarHistory> bars, StoreVersion version) {}
