/** What a cycle's signals and bars make of the books of a twin. */
package dev.maestro.engine.twin.order;
