/** What a route is: method, path, who may take it, what it takes and gives, and who answers. */
package dev.maestro.functions.status.route;
