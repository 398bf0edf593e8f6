/** The search for a schedule in which the ledger of capital breaks what it promises. */
package dev.maestro.embedded.storm;
