/** One line of JSON per event, as Cloud Logging reads it. */
package dev.maestro.google.log;
