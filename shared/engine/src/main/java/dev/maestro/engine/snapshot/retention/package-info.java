/** How long histories and logs are kept: what a closed day removes, and what it never may. */
package dev.maestro.engine.snapshot.retention;
