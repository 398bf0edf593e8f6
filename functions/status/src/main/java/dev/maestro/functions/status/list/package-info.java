/** Lists of a tenant over HTTP, page by page. */
package dev.maestro.functions.status.list;
