/** What a twin says that Maestro was worth. */
package dev.maestro.engine.twin.value;
