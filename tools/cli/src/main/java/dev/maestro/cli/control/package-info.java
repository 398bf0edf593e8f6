/**
 * {@code ./maestro halt, reduce, flatten, resume, rearm}: what stops trading, and lets it go on.
 */
package dev.maestro.cli.control;
