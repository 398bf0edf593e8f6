/** A tenant on plain memory. */
package dev.maestro.embedded.tenant;
