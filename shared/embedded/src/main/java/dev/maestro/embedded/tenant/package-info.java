/** The settings of tenants on plain memory. */
package dev.maestro.embedded.tenant;
