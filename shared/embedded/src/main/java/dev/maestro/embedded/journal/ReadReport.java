package dev.maestro.embedded.journal;

import dev.maestro.embedded.journal.column.ColumnReport;
import dev.maestro.embedded.journal.row.ReadCounts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run read of a file.
 *
 * @param packed the name of the journal in a zip
 * @param columns which column became which field
 * @param counts how many rows were what
 */
public record ReadReport(
    Path file, Optional<String> packed, ColumnReport columns, ReadCounts counts) {}
