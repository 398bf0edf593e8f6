/** What a month costs: arithmetic over what tests count, at list prices. */
package dev.maestro.bench.cost;
