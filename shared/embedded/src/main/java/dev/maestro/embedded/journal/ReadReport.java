package dev.maestro.embedded.journal;

import dev.maestro.embedded.journal.column.ColumnReport;
import dev.maestro.embedded.journal.row.ReadCounts;
import java.nio.file.Path;

/**
 * What a run read of a file.
 *
 * @param columns which column became which field
 * @param counts how many rows were what
 */
public record ReadReport(Path file, ColumnReport columns, ReadCounts counts) {}
