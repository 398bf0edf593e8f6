/** Which column of a file is which field: found by signature or by name, or refused. */
package dev.maestro.embedded.journal.column;
