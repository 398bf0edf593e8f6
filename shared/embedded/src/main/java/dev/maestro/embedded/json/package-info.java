/** JSON as plain values: what the engine reads. */
package dev.maestro.embedded.json;
