/** What is stored of a tenant when a day of it is closed, and where it is read and written. */
package dev.maestro.engine.snapshot.day;
