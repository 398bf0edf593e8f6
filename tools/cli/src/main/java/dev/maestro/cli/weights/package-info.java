/** {@code ./maestro weights}: a journal in a file becomes a table of weights. */
package dev.maestro.cli.weights;
