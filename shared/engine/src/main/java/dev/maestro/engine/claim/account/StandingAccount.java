package dev.maestro.engine.claim.account;

import dev.maestro.engine.port.StoreVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * The account that stands, as far as who puts the next one has to know.
 *
 * @param isThere false: none was ever put
 * @param executor who alone may claim; empty: that is not said
 * @param asOf empty: there is none, or none that can be read
 * @param version wanted back by {@link AccountsPort#replace}
 */
public record StandingAccount(
    boolean isThere, Optional<String> executor, Optional<Instant> asOf, StoreVersion version) {}
