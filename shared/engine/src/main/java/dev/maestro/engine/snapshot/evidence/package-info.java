/** What the closing of a day adds to the evidence of strategies. */
package dev.maestro.engine.snapshot.evidence;
