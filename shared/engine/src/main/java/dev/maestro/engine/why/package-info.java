/** What would have had to be different for a decision to fall the other way. */
package dev.maestro.engine.why;
