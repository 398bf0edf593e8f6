/** What the twin says that Maestro was worth. */
package dev.maestro.functions.status.value;
