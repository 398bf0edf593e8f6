/** What is stored of a tenant when its cycle begins. */
package dev.maestro.engine.conduct.situation;
