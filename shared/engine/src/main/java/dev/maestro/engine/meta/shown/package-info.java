/** What the controller shows to people and programs: the policy as it acts, health, changes. */
package dev.maestro.engine.meta.shown;
