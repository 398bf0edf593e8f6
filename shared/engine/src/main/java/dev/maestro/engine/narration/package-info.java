/** What a cycle decided, in words; the deterministic text that always exists. */
package dev.maestro.engine.narration;
