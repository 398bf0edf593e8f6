package dev.maestro.engine.tenant.settings;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.tenant.Tenant;
import java.time.Instant;

/**
 * A version that passed.
 *
 * @param tenant whose it is
 * @param values the sections, as {@link dev.maestro.engine.tenant.TenantConfig#of} took them
 * @param by who stores it
 */
public record NextConfig(Tenant tenant, long version, Fields values, String by, Instant at) {}
