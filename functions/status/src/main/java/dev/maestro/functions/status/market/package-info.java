/** What feeders of market data call. */
package dev.maestro.functions.status.market;
