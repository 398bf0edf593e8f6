/** The newest signals of strategies outside in Firestore. */
package dev.maestro.firestore.signal;
