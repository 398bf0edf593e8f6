/** What cycles have counted, as Prometheus reads it. */
package dev.maestro.functions.status.metrics;
