/** How long to wait before something is tried again. */
package dev.maestro.local.retry;
