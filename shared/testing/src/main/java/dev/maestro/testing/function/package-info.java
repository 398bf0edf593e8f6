/** A deployed function under test. */
package dev.maestro.testing.function;
