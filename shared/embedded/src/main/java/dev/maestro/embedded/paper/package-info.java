/** The broker on paper, its book and its account in memory. */
package dev.maestro.embedded.paper;
