/** What every store of cycles counts. */
package dev.maestro.testing.metrics;
