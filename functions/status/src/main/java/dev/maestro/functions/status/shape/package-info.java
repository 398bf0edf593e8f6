/** What stands in bodies and answers, as JSON Schema says it. */
package dev.maestro.functions.status.shape;
