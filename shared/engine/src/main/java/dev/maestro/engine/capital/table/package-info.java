/** Small sorted tables that a change copies. */
package dev.maestro.engine.capital.table;
