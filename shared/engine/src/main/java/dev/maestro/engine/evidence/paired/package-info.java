/** What two ways of doing the same thing differ by, day by day, and how sure that is. */
package dev.maestro.engine.evidence.paired;
