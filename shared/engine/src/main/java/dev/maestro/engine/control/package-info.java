/** The kill switch: what may go on, and how often that was changed. */
package dev.maestro.engine.control;
