package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.tenant.Tenant;

/**
 * A tenant and its configuration as they stood when a change began.
 *
 * @param tenant its facts
 * @param newest the highest version there has been; 0: there is none
 * @param version wanted back by {@link ConfigsPort#replace}
 */
public record StoredConfig(Tenant tenant, long newest, StoreVersion version) {}
