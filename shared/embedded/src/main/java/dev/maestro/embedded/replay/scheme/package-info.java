/**
 * What agents would have been given every evening: weights by each scheme, modes of the throttle.
 */
package dev.maestro.embedded.replay.scheme;
