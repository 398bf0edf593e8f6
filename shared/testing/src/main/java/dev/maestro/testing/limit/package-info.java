/** The contract of counted calls. */
package dev.maestro.testing.limit;
