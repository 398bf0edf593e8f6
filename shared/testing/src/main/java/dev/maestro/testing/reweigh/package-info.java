/** What every store of weights must hold, as tests. */
package dev.maestro.testing.reweigh;
