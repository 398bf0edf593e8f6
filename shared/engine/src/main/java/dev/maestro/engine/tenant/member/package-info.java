/** Who belongs to a tenant, and is therefore weighed for it. */
package dev.maestro.engine.tenant.member;
