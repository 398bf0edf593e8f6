/** The load benchmark of a trade close, on a Firestore emulator of its own. */
package dev.maestro.bench.close;
