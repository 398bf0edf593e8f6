/** What a cycle needs from outside, one method each; and how a failure of it is read. */
package dev.maestro.engine.port;
