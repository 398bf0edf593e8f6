/** What Maestro was worth: five books on paper, each with one thing of Maestro more. */
package dev.maestro.engine.twin;
