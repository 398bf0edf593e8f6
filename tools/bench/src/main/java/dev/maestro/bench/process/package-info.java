/** Functions as processes of their own, as benchmarks load them. */
package dev.maestro.bench.process;
