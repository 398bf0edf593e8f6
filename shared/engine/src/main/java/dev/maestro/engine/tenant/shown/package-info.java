/** A tenant's configuration as people see it: every value, where it comes from, what changed. */
package dev.maestro.engine.tenant.shown;
