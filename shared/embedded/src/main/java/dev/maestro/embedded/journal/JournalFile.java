package dev.maestro.embedded.journal;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.maestro.engine.journal.JournalFold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/**
 * A journal in a file, CSV with a header or JSON lines, told apart by the first sign. It is read as
 * a stream: the memory does not grow with the file.
 *
 * @param bytes the size of the file
 * @param skipped bytes before the first line: the UTF-8 byte order mark
 * @param firstLine the first line
 */
public record JournalFile(Path path, long bytes, int skipped, String firstLine) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /**
   * Looks at a file.
   *
   * @throws JournalFileException if it is no readable journal
   */
  public static JournalFile open(Path path) {
    if (Files.isDirectory(path)) {
      throw new JournalFileException(path + " is a directory: name the journal file in it");
    }
    if (!Files.isReadable(path)) {
      throw new JournalFileException(path + " cannot be read: check the name and the rights");
    }
    try (InputStream in = Files.newInputStream(path)) {
      boolean marked = Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
      int skipped = marked ? BYTE_ORDER_MARK.length : 0;
      return new JournalFile(path, Files.size(path), skipped, firstLine(path, skipped));
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  /** Passes every row to the sink, in file order; the rows that cannot be used as rejections. */
  public void forEachRow(Instant now, RowSink sink, ReadProgress progress) {
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(skipped);
      if (firstLine.stripLeading().startsWith("{")) {
        JsonLinesJournal.read(in, now, sink, progress);
      } else {
        CsvJournal.read(in, firstLine, now, sink, progress);
      }
    } catch (JournalFileException known) {
      throw new JournalFileException(path + ": " + known.getMessage(), known);
    } catch (IOException | CsvParseException failure) {
      throw unreadable(path, failure);
    }
  }

  /** Folds all rows into windows, reading the file again as often as corrections demand it. */
  public void foldInto(JournalFold fold, Instant now, ReadProgress progress) {
    do {
      fold.startPass();
      forEachRow(now, fold::add, progress);
    } while (fold.needsAnotherPass());
  }

  private static String firstLine(Path path, int skipped) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(skipped);
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      byte[] chunk = in.readNBytes(LineGate.MAX_LINE);
      int end = 0;
      while (end < chunk.length && chunk[end] != '\n') {
        end++;
      }
      line.write(chunk, 0, end);
      String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
      if (end == LineGate.MAX_LINE || new String(chunk, StandardCharsets.UTF_8).isBlank()) {
        throw new JournalFileException(
            path
                + (text.isBlank() ? " is empty" : " has a first line of over 1 MiB")
                + ": a journal is CSV with a header line, or one JSON object per line");
      }
      if (text.stripLeading().startsWith("[")) {
        throw new JournalFileException(
            path + " is a JSON array: write one object per line (jq -c '.[]' " + path + ")");
      }
      return text;
    }
  }

  private static JournalFileException unreadable(Path path, Exception failure) {
    return new JournalFileException(
        path + " could not be read to its end: " + failure.getMessage(), failure);
  }
}
