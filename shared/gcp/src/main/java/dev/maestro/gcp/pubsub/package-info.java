/** Messages out and in. */
package dev.maestro.gcp.pubsub;
