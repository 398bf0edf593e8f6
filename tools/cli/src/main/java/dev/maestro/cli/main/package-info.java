/** The program: its commands and its exit codes. */
package dev.maestro.cli.main;
