/** JMH benchmarks; every figure of docs/performance.md comes from here. */
package dev.maestro.bench;
