package dev.maestro.embedded.journal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.embedded.journal.source.CsvLineRule;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line ends in quoted fields, and quotes that only look as if they held some. */
class QuotedLinesTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final String HEADER =
      "trade_id,agent_id,closed_at,notes,realized_pnl,entry_price,quantity\n";

  @TempDir private Path folder = Path.of("");

  private List<String> rows(String text) throws IOException {
    List<String> rows = new ArrayList<>();
    RowSink sink = (reading, line) -> rows.add(line + " " + outcome(reading));
    JournalFile.open(Files.writeString(folder.resolve("journal.csv"), text))
        .forEachRow(NOW, sink, ReadProgress.NONE);
    return rows;
  }

  private static String outcome(TradeReading reading) {
    if (reading instanceof TradeReading.Usable usable) {
      return usable.trade().tradeId();
    }
    return reading instanceof TradeReading.Rejected rejected ? rejected.reason().code() : "open";
  }

  private static String row(String id, String notes) {
    return id + ",A,2026-01-30T10:00:00Z," + notes + ",2,50,2\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"two\nlines\"",
        "\"two\r\nlines\"",
        "\"\n\"",
        "\"a \"\"quote\"\",\n\nand, more\"",
        "\"a\nb\nc\nd\ne\nf\ng\nh\"",
        "\"grün\n€\""
      })
  void a_quoted_field_may_hold_line_ends(String notes) throws IOException {
    long lines = notes.chars().filter(c -> c == '\n').count() + 1;
    assertThat(rows(HEADER + row("t1", notes) + row("t2", "") + row("t3", notes)))
        .containsExactly("2 t1", 2 + lines + " t2", 3 + lines + " t3");
  }

  @Test
  void the_last_row_may_hold_line_ends_and_lack_its_own() throws IOException {
    assertThat(rows((HEADER + row("t1", "\"a\nb\"")).strip())).containsExactly("2 t1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"two", "\"two lines, and more", "tw\no", "\"two\"x"})
  void what_does_not_close_costs_its_own_lines_only(String notes) throws IOException {
    List<String> rows = rows(HEADER + row("t1", notes) + row("t2", "") + row("t3", "\"c\nd\""));
    assertThat(rows).filteredOn(row -> row.endsWith("BAD_ROW")).isNotEmpty();
    assertThat(rows.subList(rows.size() - 2, rows.size()))
        .allMatch(row -> row.endsWith(" t2") || row.endsWith(" t3"))
        .hasSize(2);
  }

  @Test
  void two_strays_do_not_swallow_the_rows_between_them() throws IOException {
    assertThat(
            rows(
                HEADER + row("\"t1", "") + row("t2", "") + row("t3\"", "") + row("t4", "\"a\nb\"")))
        .containsExactly("2 BAD_ROW", "3 t2", "4 t3\"", "5 t4");
  }

  @Test
  void two_strays_in_neighbouring_rows_are_two() throws IOException {
    assertThat(rows(HEADER + row("t1", "\"open") + row("t2", "close\"") + row("t3", "")))
        .containsExactly("2 BAD_ROW", "3 t2", "4 t3");
  }

  @Test
  void a_record_of_several_lines_is_bounded() throws IOException {
    String most = "x\n".repeat(CsvLineRule.MAX_RECORD / 2 - 100);
    assertThat(rows(HEADER + row("t1", '"' + most + '"') + row("t2", "")))
        .containsExactly("2 t1", (3 + CsvLineRule.MAX_RECORD / 2 - 100) + " t2");
    String more = "x\n".repeat(CsvLineRule.MAX_RECORD / 2);
    assertThat(rows(HEADER + row("t1", '"' + more + '"') + row("t2", "")))
        .startsWith("2 BAD_ROW", "3 BAD_ROW")
        .endsWith((3 + CsvLineRule.MAX_RECORD / 2) + " t2");
  }

  @Test
  void records_of_several_lines_pass_every_edge_of_the_buffer() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    int rows = 60_000;
    for (int i = 0; i < rows; i++) {
      text.append(row("t" + i, "\"" + "x".repeat(i % 97) + "\r\n\"\"y\"\"\""));
    }
    List<String> read = rows(text.toString());
    assertThat(read).hasSize(rows);
    assertThat(read.get(rows - 1)).isEqualTo(2 * rows + " t" + (rows - 1));
  }

  @Test
  void broken_utf_8_in_a_record_of_several_lines_costs_it() throws IOException {
    byte[] bytes =
        (HEADER + row("t1", "\"a\n§b\"") + row("t2", "")).getBytes(StandardCharsets.ISO_8859_1);
    Path path = Files.write(folder.resolve("latin.csv"), bytes);
    List<String> rows = new ArrayList<>();
    JournalFile.open(path)
        .forEachRow(
            NOW, (reading, line) -> rows.add(line + " " + outcome(reading)), ReadProgress.NONE);
    assertThat(rows).hasSize(3).contains("2 BAD_ROW").endsWith("4 t2");
    assertThat(rows.get(1)).isEqualTo("3 " + RejectReason.BAD_ENCODING.code());
  }

  @Test
  void the_text_of_a_row_keeps_its_line_ends() throws IOException {
    List<String> texts = new ArrayList<>();
    RowSink sink =
        new RowSink() {
          @Override
          public void accept(TradeReading reading, long line) {
            // A line without fields is none of these.
          }

          @Override
          public void accept(TradeReading reading, long line, JournalRow row) {
            texts.add(row.text());
          }

          @Override
          public boolean wantsText() {
            return true;
          }
        };
    String row = row("t1", "\"a\r\nb\"").strip();
    JournalFile.open(Files.writeString(folder.resolve("journal.csv"), HEADER + row + "\n"))
        .forEachRow(NOW, sink, ReadProgress.NONE);
    assertThat(texts).containsExactly(row);
  }
}
