/** {@code ./maestro up}: the whole system on this machine. */
package dev.maestro.cli.local;
