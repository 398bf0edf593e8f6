/** Processes of this machine, their ports, and waiting for them. */
package dev.maestro.emulator.process;
