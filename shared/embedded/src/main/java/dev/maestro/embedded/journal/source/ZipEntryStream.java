package dev.maestro.embedded.journal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The one file in a zip. */
final class ZipEntryStream {
  private ZipEntryStream() {}

  /**
   * Opens it.
   *
   * @throws JournalFileException if there is none, or more than one
   */
  static InputStream open(Path path) throws IOException {
    String only = "";
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (isFile(entry) && !only.isEmpty()) {
          throw new JournalFileException(
              path + " holds " + only + " and " + entry.getName() + ": unpack it and name one");
        }
        only = isFile(entry) ? entry.getName() : only;
      }
    }
    if (only.isEmpty()) {
      throw new JournalFileException(path + " holds no file: name the journal itself");
    }
    ZipInputStream zip = new ZipInputStream(Files.newInputStream(path));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (isFile(entry)) {
        return zip;
      }
    }
    return zip;
  }

  private static boolean isFile(ZipEntry entry) {
    return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
  }
}
