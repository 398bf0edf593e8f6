/** What people are told of when something cannot be used or was dropped, and what they do then. */
package dev.maestro.engine.alert;
