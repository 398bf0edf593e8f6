/** From the start of a function's process to its first answer. */
package dev.maestro.bench.coldstart;
