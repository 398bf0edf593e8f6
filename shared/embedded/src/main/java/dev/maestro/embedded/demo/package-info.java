/** The one demo world: a made-up market, the agents in it, and the tenant that they work for. */
package dev.maestro.embedded.demo;
