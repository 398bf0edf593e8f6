/** The meta controller of a running system, as people see it. */
package dev.maestro.cli.msc;
