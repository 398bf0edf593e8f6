/** What every store of cycles must keep. */
package dev.maestro.testing.conduct;
