/** One cycle from a file, and the check of a log of cycles. */
package dev.maestro.cli.cycle;
