/** A broker that is the truth: what really was sent, filled, stopped out and paid. */
package dev.maestro.embedded.storm.broker;
