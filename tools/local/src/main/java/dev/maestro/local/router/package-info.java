/** Trigger events of the Firestore emulator, on their way to the functions. */
package dev.maestro.local.router;
