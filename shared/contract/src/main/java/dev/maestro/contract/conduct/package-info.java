/** What every store of cycles must keep. */
package dev.maestro.contract.conduct;
