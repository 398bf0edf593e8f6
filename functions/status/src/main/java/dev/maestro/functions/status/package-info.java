/** The API over HTTP: routes, roles, bodies, errors. What it shows and takes is in the adapters. */
package dev.maestro.functions.status;
