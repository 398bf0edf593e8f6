/** The normal distribution, which the JDK does not have. */
package dev.maestro.engine.evidence.normal;
