/** How configuration is read: typed, range-checked, every error reported at once. */
package dev.maestro.engine.config;
