/** How the orders of a cycle are to be sent. */
package dev.maestro.engine.cycle.order;
