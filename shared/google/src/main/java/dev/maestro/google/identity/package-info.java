/** Who is calling: tokens, roles and memberships; whatever cannot be proven is refused. */
package dev.maestro.google.identity;
