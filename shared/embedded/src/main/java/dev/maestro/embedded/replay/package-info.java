/** A record walked day by day: what each scheme would have earned with the weights of yesterday. */
package dev.maestro.embedded.replay;
