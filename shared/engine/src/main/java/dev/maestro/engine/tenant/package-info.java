/** A tenant and its configuration: typed, valid, every error at once. */
package dev.maestro.engine.tenant;
