package dev.maestro.engine.limit;

import dev.maestro.engine.port.StoreVersion;
import java.util.Optional;

/**
 * What is stored of a caller.
 *
 * @param minute empty: nothing, or what nobody can read, and then a minute begins anew
 * @param version wanted back by {@link CallerMinutesPort#replace}
 */
public record StandingMinute(Optional<CallerMinute> minute, StoreVersion version) {}
