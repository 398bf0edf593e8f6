/** What every store of configurations must keep. */
package dev.maestro.testing.tenant;
