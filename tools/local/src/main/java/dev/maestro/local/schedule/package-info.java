/** What Cloud Scheduler does in the cloud: calls by the clock. */
package dev.maestro.local.schedule;
