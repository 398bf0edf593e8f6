/** Small servers and calls on the loopback address. */
package dev.maestro.local.http;
