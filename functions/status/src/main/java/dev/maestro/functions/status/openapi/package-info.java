/** What the API says of itself. */
package dev.maestro.functions.status.openapi;
