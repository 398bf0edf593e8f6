/** The evidence of every strategy as it is kept from one closed day to the next. */
package dev.maestro.engine.evidence.track;
