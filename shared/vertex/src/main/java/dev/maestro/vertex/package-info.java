/** The narrator on Vertex AI: one call of the generated client, every failure a closed reason. */
package dev.maestro.vertex;
