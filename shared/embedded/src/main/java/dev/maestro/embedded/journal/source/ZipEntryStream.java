package dev.maestro.embedded.journal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The journal in a zip: its one file, or the one table among files that are none. The settings that
 * freqtrade packs beside a back-test, {@code NAME_config.json}, are no table.
 */
final class ZipEntryStream {
  private static final List<String> TABLES =
      List.of(".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson");
  private static final String SETTINGS = "_config.json";
  private static final int NAMED = 6;

  private ZipEntryStream() {}

  /**
   * Opens it.
   *
   * @throws JournalFileException if there is none, or more than one
   */
  static InputStream open(Path path) throws IOException {
    String journal = name(path);
    ZipInputStream zip = new ZipInputStream(Files.newInputStream(path));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(journal)) {
        return zip;
      }
    }
    throw new ZipException(journal + " is no longer in " + path);
  }

  /**
   * The name of the journal in it.
   *
   * @throws JournalFileException if there is none, or more than one
   */
  static String name(Path path) throws IOException {
    return journal(path, names(path));
  }

  private static List<String> names(Path path) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
          names.add(entry.getName());
        }
      }
    } catch (IllegalArgumentException badName) {
      throw new ZipException(path + " has a name in it that cannot be read: unpack it");
    }
    return names;
  }

  private static String journal(Path path, List<String> names) {
    if (names.isEmpty()) {
      throw new JournalFileException(path + " holds no file: name the journal itself");
    }
    if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
      throw NoJournal.spreadsheet(path, ".xlsx");
    }
    if (names.contains("content.xml") && names.contains("mimetype")) {
      throw NoJournal.spreadsheet(path, ".ods");
    }
    if (names.stream().anyMatch(name -> name.startsWith("Index/") && name.endsWith(".iwa"))) {
      throw NoJournal.spreadsheet(path, ".numbers");
    }
    List<String> tables = names.stream().filter(ZipEntryStream::isTable).toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    if (tables.size() == 1) {
      return tables.get(0);
    }
    throw new JournalFileException(
        path
            + " holds "
            + shown(tables.isEmpty() ? names : tables)
            + ": unpack it and name the journal"
            + (tables.isEmpty() ? "" : ", e.g. unzip " + path + " '" + tables.get(0) + "'"));
  }

  private static String shown(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
  }

  private static boolean isTable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TABLES.stream().anyMatch(lower::endsWith) && !lower.endsWith(SETTINGS);
  }
}
