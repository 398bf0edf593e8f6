/** Taking accounts as brokers show them: into the ledger first, then for everybody to see. */
package dev.maestro.engine.claim.account;
