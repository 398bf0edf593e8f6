/** Messages out and in. */
package dev.maestro.google.pubsub;
