/**
 * What strategies that may not trade hold on paper, and what they closed, as Firestore keeps it.
 */
package dev.maestro.firestore.shadow;
