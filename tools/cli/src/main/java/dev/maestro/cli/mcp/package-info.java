/** {@code ./maestro mcp}: Maestro as tools of a language model, which read and propose. */
package dev.maestro.cli.mcp;
