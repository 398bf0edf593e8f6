/** An evaluation of the meta controller that somebody asks for, outside the tenant's cycle. */
package dev.maestro.engine.conduct.evaluate;
