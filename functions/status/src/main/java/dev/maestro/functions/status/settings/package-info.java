/** What admins set: the configuration, strategies, members. */
package dev.maestro.functions.status.settings;
