/** What holds for a tenant and its users, over HTTP: configuration, policy, weights. */
package dev.maestro.functions.status.tenant;
