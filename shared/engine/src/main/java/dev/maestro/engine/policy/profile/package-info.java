/** The profiles as data, and how configuration overrides them. */
package dev.maestro.engine.policy.profile;
