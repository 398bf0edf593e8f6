/** How the bodies of calls to a ledger are read as its commands, and how its answers are shown. */
package dev.maestro.engine.claim.body;
