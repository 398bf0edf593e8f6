/** The meta controller over HTTP. */
package dev.maestro.functions.status.meta;
