package dev.maestro.embedded.journal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.embedded.journal.JournalFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that people give instead of a journal are known by how they begin. */
class NoJournalTest {
  private static final String JOURNAL =
      "agent_id,closed_at,realized_pnl,entry_price,quantity\nA,2025-01-05T10:00:00Z,5,50,1\n";

  @TempDir private Path folder = Path.of("");

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("export"), bytes);
  }

  private Path zip(String... names) throws IOException {
    Path path = folder.resolve("export.zip");
    try (OutputStream out = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(JOURNAL.getBytes(StandardCharsets.UTF_8));
      }
    }
    return path;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7 x | a PDF | CSV",
        "\u00d0\u00cf\u0011\u00e0\u00a1 | (.xls) | save the sheet with the trades as CSV",
        "SQLite format 3\u0000 | a SQLite data base | sqlite3 -header -csv",
        "PAR1\u0015 | a Parquet file | DataFrame.to_csv",
        "ARROW1\u0000 | a Feather file | DataFrame.to_csv",
        "\u0089HDF | an HDF5 file | DataFrame.to_csv",
        "\u0080\u0004\u0095 | a pickle | DataFrame.to_csv",
        "BZh9 | bzip2 | unpack it",
        "\u00fd7zXZ | xz | unpack it",
        "(\u00b5/\u00fd | zstd | unpack it",
        "7z\u00bc\u00af | a 7z archive | unpack it",
        "Rar!\u001a | a RAR archive | unpack it",
        "{\\rtf1 | a text of a word processor | CSV"
      })
  void a_file_of_another_kind_is_refused_with_the_way_to_a_journal(
      String start, String what, String mend) throws IOException {
    Path path = write((start + "\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> JournalFile.open(path))
        .isInstanceOf(JournalFileException.class)
        .hasMessageStartingWith(path + " is ")
        .hasMessageContainingAll(what, "not a journal: ", mend);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><title>1: Trade History Report</title> | HTML | MetaTrader 5 also exports",
        "<html><head><meta content=\"MetaTrader 4\"> | HTML | save it as CSV",
        "<table><tr><td>Ticket</td> | HTML | save it as CSV",
        "<?xml version=\"1.0\"?><html> | HTML | save it as CSV",
        "<?xml version=\"1.0\"?><FlexQueryResponse> | Flex query | choose CSV",
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?> | as XML | save the"
            + " sheet",
        "<trades><trade/></trades> | XML | CSV or JSON"
      })
  void a_page_is_refused_in_utf_8_and_utf_16(String page, String what, String mend)
      throws IOException {
    for (byte[] bytes :
        new byte[][] {
          page.getBytes(StandardCharsets.UTF_8),
          ("\ufeff" + page).getBytes(StandardCharsets.UTF_16LE)
        }) {
      Path path = write(bytes);
      assertThatThrownBy(() -> JournalFile.open(path))
          .isInstanceOf(JournalFileException.class)
          .hasMessageContainingAll(path + " is ", what, mend);
    }
  }

  @Test
  void a_tar_is_refused_in_gzip_too() throws IOException {
    byte[] tar = new byte[512];
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    Path packed = folder.resolve("trades.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(tar);
    }
    assertThatThrownBy(() -> JournalFile.open(packed))
        .hasMessageStartingWith(packed + " is a tar archive, not a journal: unpack it first");
  }

  @ParameterizedTest
  @CsvSource({"xl/workbook.xml, .xlsx", "Index/Document.iwa, .numbers"})
  void a_spreadsheet_is_no_zip_of_journals(String name, String kind) throws IOException {
    assertThatThrownBy(() -> JournalFile.open(zip("[Content_Types].xml", name)))
        .hasMessageContaining("is a spreadsheet (" + kind + "), not a journal: open it and save");
    assertThatThrownBy(() -> JournalFile.open(zip("mimetype", "content.xml")))
        .hasMessageContaining("is a spreadsheet (.ods)");
  }

  @Test
  void the_one_table_of_a_zip_is_read_and_named() throws IOException {
    assertThat(JournalFile.open(zip("in/trades.csv")).report().packed()).hasValue("in/trades.csv");
    assertThat(JournalFile.open(zip("readme.pdf", "a.CSV", "__MACOSX/a.csv")).report().packed())
        .hasValue("a.CSV");
    assertThat(JournalFile.open(zip("b_config.json", "b.csv", "b.feather")).report().packed())
        .hasValue("b.csv");
  }

  @Test
  void a_zip_of_several_journals_is_refused_with_their_names() throws IOException {
    assertThatThrownBy(() -> JournalFile.open(zip("a.csv", "b.json")))
        .hasMessageContainingAll("holds a.csv, b.json: unpack it", "'a.csv'");
    assertThatThrownBy(() -> JournalFile.open(zip("a.pdf", "b.pdf")))
        .hasMessageEndingWith("holds a.pdf, b.pdf: unpack it and name the journal");
    assertThatThrownBy(() -> JournalFile.open(zip())).hasMessageContaining("holds no file");
  }

  @Test
  void a_header_that_begins_like_a_tag_is_no_page() throws IOException {
    Path path =
        write(JOURNAL.replace("agent_id", "agent_id,<html>").getBytes(StandardCharsets.UTF_8));
    assertThat(JournalFile.open(path).report().columns().format()).isEqualTo("maestro");
  }
}
