/** A tenant's settings: storing them as the next version, and putting them into force. */
package dev.maestro.engine.tenant.settings;
