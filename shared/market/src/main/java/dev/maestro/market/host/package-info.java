/** Strategies that run in process: found in jars, evaluated all at once, each under a deadline. */
package dev.maestro.market.host;
