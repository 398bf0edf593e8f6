/** The executor named paper: takes intents, lets bars go over its book, and tells the ledger. */
package dev.maestro.engine.paper.desk;
