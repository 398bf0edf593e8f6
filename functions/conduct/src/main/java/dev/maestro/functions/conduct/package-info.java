/** One tenant's cycle, from a message. */
package dev.maestro.functions.conduct;
