/**
 * Who acts in a schedule, one step at a time: cycles, executors, a feeder, an operator, a market.
 */
package dev.maestro.embedded.storm.actor;
