/** What an open dashboard reads and how soon it shows it. */
package dev.maestro.bench.dashboard;
