/** Many tenants at once: what each of them costs, and how many a fan-out reaches. */
package dev.maestro.bench.scale;
