/** The trading policy: what may be traded now, and how; its words and its result. */
package dev.maestro.engine.policy;
