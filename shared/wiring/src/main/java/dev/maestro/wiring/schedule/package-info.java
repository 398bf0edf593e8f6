/** What functions that Cloud Scheduler calls have in common. */
package dev.maestro.wiring.schedule;
