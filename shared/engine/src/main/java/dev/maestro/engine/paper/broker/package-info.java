/** What the broker on paper does with its orders and positions when bars come. */
package dev.maestro.engine.paper.broker;
