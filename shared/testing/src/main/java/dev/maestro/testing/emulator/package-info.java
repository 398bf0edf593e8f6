/** The emulator that all tests of a process share. */
package dev.maestro.testing.emulator;
