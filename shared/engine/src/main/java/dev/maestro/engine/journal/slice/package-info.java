/** Parts of users' journals: closed trades, losses that cannot be used, and what was refused. */
package dev.maestro.engine.journal.slice;
