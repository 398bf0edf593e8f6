/** The journals of users as Firestore keeps them. */
package dev.maestro.firestore.journal;
