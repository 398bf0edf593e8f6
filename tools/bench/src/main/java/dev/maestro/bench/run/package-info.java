/** {@code ./maestro bench}: the table of benchmarks, and what it writes into the documentation. */
package dev.maestro.bench.run;
