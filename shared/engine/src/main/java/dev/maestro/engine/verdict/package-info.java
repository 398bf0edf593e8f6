/** What becomes of a signal: verdict, reasons, cuts, and the signal as it leaves. */
package dev.maestro.engine.verdict;
