/** Messages of the Pub/Sub emulator, on their way to the functions. */
package dev.maestro.local.push;
