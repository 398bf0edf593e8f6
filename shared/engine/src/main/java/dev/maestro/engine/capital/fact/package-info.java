/** What executors and operators say has happened: taken in every state, late or out of order. */
package dev.maestro.engine.capital.fact;
