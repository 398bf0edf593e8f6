/** The steps of a deployment, as a script for a workstation and as a file for Cloud Build. */
package dev.maestro.cli.deploy;
