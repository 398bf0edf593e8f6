/** How a tenant stands: what was read brought up to date, its health and its candidates. */
package dev.maestro.engine.conduct.standing;
