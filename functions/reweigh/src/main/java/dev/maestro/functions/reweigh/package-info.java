/** The function that follows closed trades. */
package dev.maestro.functions.reweigh;
