/**
 * What the daily returns of a strategy prove and what they cannot: the expected Sharpe ratio that
 * decides about money, and the words for people.
 */
package dev.maestro.engine.evidence;
