/** Which names a store takes. */
package dev.maestro.engine.name;
