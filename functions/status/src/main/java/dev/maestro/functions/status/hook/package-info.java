/** What charting services call, which can set no header. */
package dev.maestro.functions.status.hook;
