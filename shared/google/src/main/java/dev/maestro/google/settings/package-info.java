/** Settings of the environment, read in one place, all errors at once. */
package dev.maestro.google.settings;
