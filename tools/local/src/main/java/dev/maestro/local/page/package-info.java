/** The dashboard on this machine: its files, its settings, and the way to the API. */
package dev.maestro.local.page;
