/** Storing a tenant's configuration section by section, and showing what is in force. */
package dev.maestro.cli.tenant.config;
