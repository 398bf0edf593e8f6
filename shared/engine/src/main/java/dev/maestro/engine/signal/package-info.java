/** What strategies say: one typed signal, however it came; and what they are asked with. */
package dev.maestro.engine.signal;
