/** Taking signals of strategies outside: what is refused, what is newest, what comes too late. */
package dev.maestro.engine.signal.inbox;
