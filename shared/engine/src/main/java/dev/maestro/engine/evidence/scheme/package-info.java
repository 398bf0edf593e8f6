/**
 * Weights by evidence: shrunken Sharpe ratios as scores, copies that share as one agent, a sleeve
 * of equal weights, and how far a weight may move in a day.
 */
package dev.maestro.engine.evidence.scheme;
