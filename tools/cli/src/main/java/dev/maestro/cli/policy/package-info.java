/** Policies and profiles for people and machines: {@code ./maestro profile}. */
package dev.maestro.cli.policy;
