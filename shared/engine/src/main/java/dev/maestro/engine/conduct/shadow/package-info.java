/** What strategies that may not trade do on paper, as part of a cycle. */
package dev.maestro.engine.conduct.shadow;
