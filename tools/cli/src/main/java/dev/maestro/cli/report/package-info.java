/** Reports as one HTML file: tables and plots that need no network. */
package dev.maestro.cli.report;
