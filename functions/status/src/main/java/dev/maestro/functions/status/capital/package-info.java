/** The calls about capital: intents, claims, reports, closes, the kill switch, accounts. */
package dev.maestro.functions.status.capital;
