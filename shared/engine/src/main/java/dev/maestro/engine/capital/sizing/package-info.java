/** How large an approved entry may be, and what made it smaller. */
package dev.maestro.engine.capital.sizing;
