/** How commands reach a project's Firestore, real or emulated, and how they fail without it. */
package dev.maestro.cli.cloud;
