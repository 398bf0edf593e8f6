/** What a file of trades is stored as: the id of each row, and which row of a trade counts. */
package dev.maestro.embedded.journal.plan;
