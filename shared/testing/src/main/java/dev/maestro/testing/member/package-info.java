/** Who belongs to a tenant, as a test says. */
package dev.maestro.testing.member;
