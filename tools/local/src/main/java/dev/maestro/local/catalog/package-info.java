/** The functions that are deployed, and what starts each of them. */
package dev.maestro.local.catalog;
