/** Load on the API. */
package dev.maestro.bench.api;
