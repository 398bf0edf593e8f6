/** The decision log over HTTP. */
package dev.maestro.functions.status.decision;
