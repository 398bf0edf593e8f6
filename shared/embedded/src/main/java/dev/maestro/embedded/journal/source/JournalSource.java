package dev.maestro.embedded.journal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file as a stream of UTF-8 with line feeds, whatever it was: plain, gzip or a zip of one file;
 * UTF-8 with or without a byte order mark, UTF-16 with one; lines that end with carriage returns.
 *
 * @param packed the name of the journal in a zip
 * @param bytes the size of the file
 * @param head the beginning of its text, at most 1 MiB
 */
public record JournalSource(
    Path path, Optional<String> packed, long bytes, Encoding encoding, String head) {
  /**
   * How the text is written.
   *
   * @param mark bytes of a byte order mark
   * @param utf16 its charset, if it is UTF-16
   * @param isCarriageReturns true if lines end with carriage returns only
   */
  record Encoding(int mark, Optional<Charset> utf16, boolean isCarriageReturns) {}

  /**
   * Looks at a file.
   *
   * @throws JournalFileException if it is no readable journal
   */
  public static JournalSource open(Path path) {
    if (Files.isDirectory(path)) {
      throw new JournalFileException(path + " is a directory: name the journal file in it");
    }
    if (!Files.isReadable(path)) {
      throw new JournalFileException(path + " cannot be read: check the name and the rights");
    }
    try {
      Encoding encoding = encoding(path);
      try (InputStream in = decoded(path, encoding)) {
        String head = new String(in.readNBytes(LineGate.MAX_LINE), StandardCharsets.UTF_8);
        NoJournal.refuseMarkup(path, head);
        return new JournalSource(path, packed(path), Files.size(path), encoding, head);
      }
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  /** The text as UTF-8 with line feeds; begins anew with every call. */
  public InputStream stream() throws IOException {
    return decoded(path, encoding);
  }

  /** What is said of a file that breaks off. */
  public static JournalFileException unreadable(Path path, Exception failure) {
    return new JournalFileException(
        path + " could not be read to its end: " + failure.getMessage(), failure);
  }

  private static Encoding encoding(Path path) throws IOException {
    byte[] start;
    try (InputStream in = unpacked(path)) {
      start = in.readNBytes(LineGate.MAX_LINE);
    }
    if (begins(start, 0xff, 0xfe)) {
      return new Encoding(2, Optional.of(StandardCharsets.UTF_16LE), false);
    }
    if (begins(start, 0xfe, 0xff)) {
      return new Encoding(2, Optional.of(StandardCharsets.UTF_16BE), false);
    }
    NoJournal.refuseBytes(path, start);
    boolean hasReturn = false;
    for (byte b : start) {
      if (b == 0) {
        throw new JournalFileException(
            path + " is no text in UTF-8, or UTF-16 without its mark: save it as UTF-8");
      }
      if (b == '\n') {
        return new Encoding(begins(start, 0xef, 0xbb, 0xbf) ? 3 : 0, Optional.empty(), false);
      }
      hasReturn |= b == '\r';
    }
    return new Encoding(begins(start, 0xef, 0xbb, 0xbf) ? 3 : 0, Optional.empty(), hasReturn);
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static InputStream decoded(Path path, Encoding encoding) throws IOException {
    InputStream in = unpacked(path);
    in.skipNBytes(encoding.mark());
    if (encoding.utf16().isPresent()) {
      return new Utf8Stream(new InputStreamReader(in, encoding.utf16().get()));
    }
    return encoding.isCarriageReturns()
        ? new Utf8Stream(new InputStreamReader(in, StandardCharsets.UTF_8))
        : in;
  }

  private static InputStream unpacked(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(4);
    }
    if (begins(start, 0x1f, 0x8b)) {
      return new GZIPInputStream(Files.newInputStream(path), LineGate.MAX_LINE);
    }
    return isZip(start) ? ZipEntryStream.open(path) : Files.newInputStream(path);
  }

  private static Optional<String> packed(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return isZip(in.readNBytes(4)) ? Optional.of(ZipEntryStream.name(path)) : Optional.empty();
    }
  }

  private static boolean isZip(byte[] start) {
    return begins(start, 'P', 'K', 3, 4) || begins(start, 'P', 'K', 5, 6);
  }
}
