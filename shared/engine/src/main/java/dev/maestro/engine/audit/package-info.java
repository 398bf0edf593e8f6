/** Records that cannot be changed unseen: canonical JSON, its hash, and the chain of hashes. */
package dev.maestro.engine.audit;
