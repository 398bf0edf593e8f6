package dev.maestro.local.router;

/**
 * What became of trigger events.
 *
 * @param delivered taken by a function
 * @param retried failed tries after which the event was put off
 * @param dropped refused for good by a function, or turned away for want of room
 * @param waiting on their way now
 */
public record DeliveryCounts(long delivered, long retried, long dropped, long waiting) {}
