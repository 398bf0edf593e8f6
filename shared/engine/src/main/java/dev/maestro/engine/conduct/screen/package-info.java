/** What the first screen of the dashboard shows of a cycle, in one small document. */
package dev.maestro.engine.conduct.screen;
