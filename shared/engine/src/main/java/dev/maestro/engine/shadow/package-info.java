/** What strategies that may not trade do on paper, so that they can return. */
package dev.maestro.engine.shadow;
