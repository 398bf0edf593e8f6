/** A broker on paper: its book, what is ordered and held in it, and its parameters. */
package dev.maestro.engine.paper;
