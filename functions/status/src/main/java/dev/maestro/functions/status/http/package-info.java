/** Requests and answers as they are on the wire: bodies, queries, JSON, problems. */
package dev.maestro.functions.status.http;
