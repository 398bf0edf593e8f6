/** The windows of a user's agents, read anew from the journal. */
package dev.maestro.engine.reweigh.window;
