/** Trading on paper: fills, positions, closed trades. */
package dev.maestro.embedded.paper;
