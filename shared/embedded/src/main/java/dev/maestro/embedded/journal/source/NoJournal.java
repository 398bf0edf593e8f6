package dev.maestro.embedded.journal.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that people take for a journal and that are none: each is known by how it begins, and
 * refused with the way to a journal.
 */
enum NoJournal {
  /** A document. */
  PDF("a PDF", "%PDF", "export the trades as CSV: a PDF has no columns to read"),
  /** A spreadsheet of the time before 2007. */
  XLS(
      "a spreadsheet (.xls)",
      "\u00d0\u00cf\u0011\u00e0",
      "open it and save the sheet with the trades as CSV (UTF-8)"),
  /** The data base of a bot. */
  SQLITE(
      "a SQLite data base",
      "SQLite format 3",
      "write its trades as CSV first: sqlite3 -header -csv FILE 'select * from trades' > trades.csv"
          + " (Hummingbot: select * from TradeFill)"),
  /** A table of Arrow or pandas. */
  PARQUET("a Parquet file", "PAR1", NoJournal.PANDAS),
  /** A table of Arrow or pandas. */
  FEATHER("a Feather file", "ARROW1", NoJournal.PANDAS),
  /** A table of pandas. */
  HDF5("an HDF5 file", "\u0089HDF", NoJournal.PANDAS),
  /** An object of Python. */
  PICKLE("a pickle of Python", "\u0080\u0004\u0095", NoJournal.PANDAS),
  /** Packed. */
  BZIP2("packed with bzip2", "BZh", NoJournal.UNPACK),
  /** Packed. */
  XZ("packed with xz", "\u00fd7zXZ", NoJournal.UNPACK),
  /** Packed. */
  ZSTD("packed with zstd", "(\u00b5/\u00fd", NoJournal.UNPACK),
  /** Packed. */
  SEVEN_ZIP("a 7z archive", "7z\u00bc\u00af", NoJournal.UNPACK),
  /** Packed. */
  RAR("a RAR archive", "Rar!", NoJournal.UNPACK),
  /** A text of a word processor. */
  RTF("a text of a word processor", "{\\rtf", "export the trades as CSV");

  private static final String PANDAS = "write it as CSV first, in pandas with DataFrame.to_csv";
  private static final String UNPACK = "unpack it first; gzip, and a zip of one file, are read";
  private static final List<String> PAGE =
      List.of("<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<title");
  private static final int TAR_MARK = 257;

  private final String what;
  private final String start;
  private final String mend;

  NoJournal(String what, String start, String mend) {
    this.what = what;
    this.start = start;
    this.mend = mend;
  }

  /**
   * Refuses a file by its first bytes.
   *
   * @throws JournalFileException naming what it is and the mend
   */
  static void refuseBytes(Path path, byte[] begin) {
    String start = new String(begin, StandardCharsets.ISO_8859_1);
    Stream.of(values())
        .filter(kind -> start.startsWith(kind.start))
        .findFirst()
        .ifPresent(
            kind -> {
              throw refusal(path, kind.what, kind.mend);
            });
    if (start.startsWith("ustar", TAR_MARK)) {
      throw refusal(path, "a tar archive", UNPACK);
    }
  }

  /**
   * Refuses a text that is marked up.
   *
   * @throws JournalFileException naming what it is and the mend
   */
  static void refuseMarkup(Path path, String head) {
    markup(head.stripLeading())
        .ifPresent(
            found -> {
              throw refusal(path, found.get(0), found.get(1));
            });
  }

  /** What a text with tags is and the mend; empty for one without. */
  private static Optional<List<String>> markup(String text) {
    String start = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
    if (!start.startsWith("<")) {
      return Optional.empty();
    }
    if (start.contains("<flexqueryresponse")) {
      return Optional.of(
          List.of(
              "a Flex query of Interactive Brokers as XML",
              "choose CSV as the format of the query and run it again"));
    }
    boolean isBook = start.contains("office:spreadsheet") || start.contains("excel.sheet");
    if (isBook) {
      return Optional.of(
          List.of(
              "a spreadsheet as XML",
              "open it in a spreadsheet program and save the sheet with the trades as CSV"
                  + " (UTF-8)"));
    }
    return PAGE.stream().anyMatch(start::startsWith) || start.contains("<html")
        ? Optional.of(List.of("a report as HTML", pageMend(text)))
        : Optional.of(List.of("XML", "export the trades as CSV or JSON"));
  }

  private static String pageMend(String text) {
    boolean isMetaTrader =
        Stream.of("MetaTrader", "MetaQuotes", "Trade History Report", "Strategy Tester Report")
            .anyMatch(text::contains);
    return "open it in a spreadsheet program, keep the table of closed trades with its header and"
        + " save it as CSV (UTF-8)"
        + (isMetaTrader ? "; MetaTrader 5 also exports the report as a spreadsheet" : "");
  }

  /** The refusal of a spreadsheet that is a zip. */
  static JournalFileException spreadsheet(Path path, String kind) {
    return refusal(
        path,
        "a spreadsheet (" + kind + ")",
        "open it and save the sheet with the trades as CSV (UTF-8)");
  }

  private static JournalFileException refusal(Path path, String what, String mend) {
    return new JournalFileException(path + " is " + what + ", not a journal: " + mend);
  }
}
