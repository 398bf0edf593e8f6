/** Bars of a market over HTTP. */
package dev.maestro.functions.status.market;
