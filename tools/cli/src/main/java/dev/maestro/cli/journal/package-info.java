/** What the commands that read a journal share: the bar, and the list of rejected rows. */
package dev.maestro.cli.journal;
