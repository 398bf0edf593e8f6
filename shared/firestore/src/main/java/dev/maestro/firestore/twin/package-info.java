/** What Maestro is worth on paper, as Firestore keeps it. */
package dev.maestro.firestore.twin;
