/** The official emulators: where they are found, how they start, when they are ready. */
package dev.maestro.emulator;
