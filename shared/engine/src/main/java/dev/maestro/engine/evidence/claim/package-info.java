/**
 * The words for people: whether a record disproves that a strategy is as good as claimed, or proves
 * that it is any good; valid however often one looks.
 */
package dev.maestro.engine.evidence.claim;
