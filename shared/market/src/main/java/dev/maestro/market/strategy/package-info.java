/** The built-in strategies: bars and the position held in, one recommendation out. */
package dev.maestro.market.strategy;
