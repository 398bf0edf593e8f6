/** The kinds of {@code eval} that are about capital: sizing and the ledger. */
package dev.maestro.cli.eval.capital;
