/** Whether processes that serve for long end as they began. */
package dev.maestro.bench.soak;
