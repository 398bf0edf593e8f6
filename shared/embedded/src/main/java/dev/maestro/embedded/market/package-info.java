/** A generated market for demonstrations: agents with characters, and the trades they close. */
package dev.maestro.embedded.market;
