/** Cycles at random on an embedded tenant, for whoever needs thousands that differ. */
package dev.maestro.embedded.session;
