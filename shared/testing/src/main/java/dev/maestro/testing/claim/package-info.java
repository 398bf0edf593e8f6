/** What every store of ledgers must do, and a desk at which it is tried. */
package dev.maestro.testing.claim;
