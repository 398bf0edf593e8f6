package dev.maestro.embedded.journal.column;

/**
 * What a run tells of one field.
 *
 * @param field its stored name, or {@code costs}
 * @param from the column it is read from, as it stands in the file, and what is done to it
 */
public record FieldUse(String field, String from) {}
