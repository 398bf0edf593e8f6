package dev.maestro.embedded.journal;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.json.JsonHead;
import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.embedded.journal.row.ReadCounts;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.JournalSource;
import dev.maestro.embedded.journal.source.LineGate;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.TradeReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A journal in a file, CSV or JSON, of any known format. It is read as a stream: the memory does
 * not grow with the file.
 */
public final class JournalFile {
  private final JournalSource source;
  private final RowReader rows;
  private ReadCounts counts = new ReadCounts();

  private JournalFile(JournalSource source, RowReader rows) {
    this.source = source;
    this.rows = rows;
  }

  /**
   * Looks at a file of which nothing is said.
   *
   * @throws JournalFileException if it is no readable journal
   */
  public static JournalFile open(Path path) {
    return open(path, ReadOptions.NONE);
  }

  /**
   * Looks at a file.
   *
   * @throws JournalFileException if it is no readable journal
   */
  public static JournalFile open(Path path, ReadOptions options) {
    JournalSource source = JournalSource.open(path);
    boolean isJson = JsonHead.isJson(source.head());
    boolean isWhole = source.head().length() < LineGate.MAX_LINE;
    if (source.head().isBlank() || !(isJson || isWhole || source.head().indexOf('\n') >= 0)) {
      throw new JournalFileException(
          path
              + (isWhole ? " is empty" : " has a first line of over 1 MiB")
              + ": a journal is CSV with a header line, or JSON");
    }
    try {
      return new JournalFile(source, RowReader.of(source, options));
    } catch (JournalFileException known) {
      throw named(path, known);
    } catch (IOException failure) {
      throw JournalSource.unreadable(path, failure);
    }
  }

  /** The size of the file. */
  public long bytes() {
    return source.bytes();
  }

  /** Passes every row to the sink, in file order; the rows that cannot be used as rejections. */
  public void forEachRow(Instant now, RowSink sink, ReadProgress progress) {
    try {
      counts = rows.read(now, sink, progress);
    } catch (JournalFileException known) {
      throw named(source.path(), known);
    } catch (CsvParseException failure) {
      throw failure.getCause() instanceof JournalFileException known
          ? named(source.path(), known)
          : JournalSource.unreadable(source.path(), failure);
    } catch (IOException | UncheckedIOException failure) {
      throw JournalSource.unreadable(source.path(), failure);
    }
  }

  /** Folds all rows into windows, reading the file again as often as corrections demand it. */
  public void foldInto(JournalFold fold, Instant now, ReadProgress progress) {
    do {
      fold.startPass();
      forEachRow(now, new FoldSink(fold), progress);
    } while (fold.needsAnotherPass());
  }

  /** What was read from where, and how many rows were what in the last reading. */
  public ReadReport report() {
    return new ReadReport(source.path(), source.packed(), rows.plan().report(), counts);
  }

  private static JournalFileException named(Path path, JournalFileException known) {
    String message = String.valueOf(known.getMessage());
    return message.startsWith(path.toString())
        ? known
        : new JournalFileException(path + ": " + message, known);
  }

  /** Rows on their way into windows. */
  private record FoldSink(JournalFold fold) implements RowSink {
    @Override
    public void accept(TradeReading reading, long line) {
      fold.add(reading, line);
    }

    @Override
    public void accept(TradeReading reading, long line, JournalRow row) {
      fold.add(reading, line, row.symbol());
    }
  }
}
