/** Tenants, members, strategies and configuration, without writing documents by hand. */
package dev.maestro.cli.tenant;
