package dev.maestro.embedded.journal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A journal as CSV: a header line, then one trade per line. */
final class CsvJournal {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private CsvJournal() {}

  /** Reads all rows of a stream that starts at the header. */
  static void read(
      InputStream bytes, String header, Instant now, RowSink sink, ReadProgress progress) {
    char separator = separatorOf(header);
    CsvReader.CsvReaderBuilder format =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(2 * LineGate.MAX_LINE);
    List<String> names = format.ofSingleCsvRecord(header).getFields();
    CsvRow row = new CsvRow(CsvColumns.of(names), names.size(), now);
    LineGate gate = new LineGate(bytes, LineRule.csv(separator), progress);
    CsvReader<CsvRow.Reading> rows = format.build(row, gate, StandardCharsets.UTF_8);
    rows.skipLines(1);
    for (CsvRow.Reading reading : rows) {
      HeldLines.passOn(gate, reading.line(), sink);
      sink.accept(reading.trade(), reading.line(), row);
    }
    HeldLines.passOn(gate, Long.MAX_VALUE, sink);
  }

  /** The separator that the header has most of. */
  private static char separatorOf(String header) {
    char best = ',';
    for (char separator : SEPARATORS) {
      best = count(header, separator) > count(header, best) ? separator : best;
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }
}
