/** The meta strategy controller: from health and strategies to the tenant's global policy. */
package dev.maestro.engine.meta;
