/** The kinds of {@code eval} that are about the meta controller: risk mode, score, selection. */
package dev.maestro.cli.eval.meta;
