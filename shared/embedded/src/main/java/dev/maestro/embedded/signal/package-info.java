/** The newest signals of strategies outside, on plain memory. */
package dev.maestro.embedded.signal;
