/** A deployment as one script, for a workstation and for Cloud Build. */
package dev.maestro.cli.deploy;
