/** The trading policy as cycles leave it. */
package dev.maestro.firestore.policy;
