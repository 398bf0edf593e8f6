package dev.maestro.engine.capital.command;

import dev.maestro.engine.alert.AlertCode;

/**
 * One alert of a command.
 *
 * @param subject the nonce, strategy or symbol that it is about
 * @param detail a sentence for people
 */
public record CapitalAlert(AlertCode code, String subject, String detail) {}
