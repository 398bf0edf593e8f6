/** The parts that every function needs, made once from the environment. */
package dev.maestro.wiring;
