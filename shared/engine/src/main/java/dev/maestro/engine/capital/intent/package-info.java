/** Orders from birth to end, and what has been handed out of late. */
package dev.maestro.engine.capital.intent;
