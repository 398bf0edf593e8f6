package dev.maestro.engine.capital.command;

import dev.maestro.engine.capital.intent.Intent;
import java.time.Instant;

/**
 * An intent to store as it is now, with the line that its history gets.
 *
 * @param by who caused it: an executor, an operator, or {@code maestro}
 * @param why the command's word, or the reason that was given
 */
public record IntentChange(Intent intent, Instant at, String by, String why) {}
