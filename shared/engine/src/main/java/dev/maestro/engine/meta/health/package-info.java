/** System health: what the closed trades, the equity curve and the market say about a tenant. */
package dev.maestro.engine.meta.health;
