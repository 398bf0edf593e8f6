package dev.maestro.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.TradeReading.Open;
import dev.maestro.engine.journal.TradeReading.Rejected;
import dev.maestro.engine.journal.TradeReading.Usable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFileTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final String HEADER =
      "trade_id,agent_id,closed_at,realized_pnl,entry_price,quantity\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_csv_journal_is_read_row_by_row() throws IOException {
    assertThat(rows(HEADER + csv("t1") + csv("t2"))).containsExactly("2 t1 usable", "3 t2 usable");
  }

  @Test
  void a_journal_of_json_lines_is_read_row_by_row() throws IOException {
    assertThat(rows(json("t1") + json("t2"))).containsExactly("1 t1 usable", "2 t2 usable");
  }

  @Test
  void the_last_line_may_lack_its_end() throws IOException {
    assertThat(rows((HEADER + csv("t1")).strip())).containsExactly("2 t1 usable");
    assertThat(rows(json("t1").strip())).containsExactly("1 t1 usable");
  }

  @Test
  void line_ends_may_be_those_of_windows() throws IOException {
    assertThat(rows((HEADER + csv("t1") + csv("t2")).replace("\n", "\r\n")))
        .containsExactly("2 t1 usable", "3 t2 usable");
    assertThat(rows((json("t1") + "\n" + json("t2")).replace("\n", "\r\n")))
        .containsExactly("1 t1 usable", "3 t2 usable");
  }

  @Test
  void a_byte_order_mark_is_skipped() throws IOException {
    assertThat(rows("\ufeff" + HEADER + csv("t1"))).containsExactly("2 t1 usable");
    assertThat(rows("\ufeff" + json("t1"))).containsExactly("1 t1 usable");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ","})
  void the_separator_is_the_one_of_the_header(String separator) throws IOException {
    assertThat(rows((HEADER + csv("t1")).replace(",", separator))).containsExactly("2 t1 usable");
  }

  @Test
  void fields_may_be_quoted() throws IOException {
    String quoted = "\"t,1\",\"A \"\"B\"\"\",\"2026-01-30T10:00:00Z\",\"2\",50,\"2\"\n";
    assertThat(rows(HEADER + quoted + csv("t2"))).containsExactly("2 t,1 usable", "3 t2 usable");
    assertThat(rows(HEADER.replace("agent_id", "\"agent_id\"") + csv("t1")))
        .containsExactly("2 t1 usable");
  }

  @Test
  void an_unclosed_quote_costs_its_own_row() throws IOException {
    assertThat(rows(HEADER + csv("t1") + csv("\"t2") + csv("t3") + csv("t4\"")))
        .containsExactly("2 t1 usable", "3 line:3 BAD_ROW", "4 t3 usable", "5 t4\" usable");
  }

  @Test
  void missing_or_extra_fields_cost_their_own_row() throws IOException {
    assertThat(rows(HEADER + csv("t1") + "t2,A\n" + csv("t3").strip() + ",x\n" + csv("t4")))
        .containsExactly("2 t1 usable", "3 line:3 BAD_ROW", "4 line:4 BAD_ROW", "5 t4 usable");
  }

  @Test
  void broken_utf_8_costs_its_own_row() throws IOException {
    for (String start : List.of(HEADER + csv("t1"), json("t0") + json("t1"))) {
      String after = start.startsWith("{") ? json("t3") : csv("t3");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(start.getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(new byte[] {'"', (byte) 0xff, '\n'});
      bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
      assertThat(rows(bytes.toByteArray())).contains("3 line:3 BAD_ENCODING", "4 t3 usable");
    }
  }

  @Test
  void a_line_of_3_mib_costs_its_own_row() throws IOException {
    String huge = "x".repeat(3 << 20) + "\n";
    assertThat(rows(HEADER + csv("t1") + huge + csv("t3")))
        .containsExactly("2 t1 usable", "3 line:3 LINE_TOO_LONG", "4 t3 usable");
    assertThat(rows(json("t1") + huge + json("t3")))
        .containsExactly("1 t1 usable", "2 line:2 LINE_TOO_LONG", "3 t3 usable");
    assertThat(rows(HEADER + csv("t1") + huge))
        .containsExactly("2 t1 usable", "3 line:3 LINE_TOO_LONG");
  }

  @Test
  void empty_lines_are_no_rows_and_count_as_lines() throws IOException {
    assertThat(rows(HEADER + "\n" + csv("t1") + "\r\n\n" + csv("t2") + "\n"))
        .containsExactly("3 t1 usable", "6 t2 usable");
    assertThat(rows(json("t1") + "\n \n" + json("t2")))
        .containsExactly("1 t1 usable", "4 t2 usable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"agent_id\": ",
        "garbage",
        "[]",
        "[1]",
        "null",
        "5",
        "\"text\"",
        "{} {}",
        "{}}",
        "{\"a\":1,}x"
      })
  void a_broken_line_of_json_costs_its_own_row(String broken) throws IOException {
    assertThat(rows(json("t1") + broken + "\n" + json("t3")))
        .containsExactly("1 t1 usable", "2 line:2 BAD_ROW", "3 t3 usable");
  }

  @Test
  void json_nested_without_end_costs_its_own_row() throws IOException {
    assertThat(rows(json("t1") + "{\"a\":".repeat(100_000) + "\n" + json("t3")))
        .containsExactly("1 t1 usable", "2 line:2 BAD_ROW", "3 t3 usable");
  }

  @Test
  void a_stray_carriage_return_does_not_shift_the_lines_after_it() throws IOException {
    assertThat(rows(json("t1") + "{\"a\": 1,\r\"b\": 2}\n" + json("t3")))
        .containsExactly("1 t1 usable", "2 line:2 BAD_ROW", "3 t3 usable");
    assertThat(rows(HEADER + csv("t1") + "a\rb\n" + csv("t3")))
        .containsExactly("2 t1 usable", "3 line:3 BAD_ROW", "4 t3 usable");
  }

  @Test
  void rows_that_are_open_or_rejected_are_passed_on_with_their_lines() throws IOException {
    assertThat(
            rows(
                HEADER
                    + csv("t1").replace("2026-01-30T10:00:00Z", "")
                    + csv("t2").replace("50", "fifty")
                    + csv("t3").replace("50", "0")
                    + csv("")))
        .containsExactly(
            "2 t1 open", "3 t2 BAD_NUMBER:entry_price", "4 t3 ZERO_CAPITAL", "5 line:5 usable");
    assertThat(rows(json("t1") + "{\"trade_id\": \"t2\", \"closed_at\": null}\n{}\n"))
        .containsExactly("1 t1 usable", "2 t2 open", "3 line:3 open");
  }

  @Test
  void a_broken_header_line_of_a_json_journal_is_no_header() throws IOException {
    assertThat(rows("{broken\n" + json("t2"))).containsExactly("1 line:1 BAD_ROW", "2 t2 usable");
  }

  @Test
  void a_file_is_read_again_as_often_as_corrections_demand() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 1; i <= 5; i++) {
      text.append(csv("t" + i).replace("-30T", "-1" + i + "T"));
    }
    text.append(csv("t5").replace("-30T", "-01T"));
    JournalFold fold = new JournalFold(2, Set.of());
    file(text.toString()).foldInto(fold, NOW, ReadProgress.NONE);
    assertThat(fold.windows().values())
        .singleElement()
        .satisfies(
            window ->
                assertThat(window.trades())
                    .extracting(trade -> trade.tradeId())
                    .containsExactly("t3", "t4"));
  }

  @Test
  void progress_ends_at_the_size_of_the_file() throws IOException {
    JournalFile file = file(HEADER + csv("t1"));
    List<Long> progress = new ArrayList<>();
    file.forEachRow(NOW, (reading, line) -> {}, progress::add);
    assertThat(progress.get(progress.size() - 1)).isEqualTo(file.bytes());
  }

  private List<String> rows(String text) throws IOException {
    return rows(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Line, id and what became of it, of every row. */
  private List<String> rows(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("journal"), bytes);
    List<String> rows = new ArrayList<>();
    JournalFile.open(path)
        .forEachRow(
            NOW, (reading, line) -> rows.add(line + " " + outcome(reading)), ReadProgress.NONE);
    return rows;
  }

  private JournalFile file(String text) throws IOException {
    return JournalFile.open(Files.writeString(folder.resolve("journal"), text));
  }

  private static String outcome(TradeReading reading) {
    if (reading instanceof Usable usable) {
      return usable.trade().tradeId() + " usable";
    }
    if (reading instanceof Rejected rejected) {
      RejectReason reason = rejected.reason();
      return rejected.tradeId() + " " + reason.code();
    }
    return ((Open) reading).tradeId() + " open";
  }

  private static String csv(String id) {
    return id + ",A,2026-01-30T10:00:00Z,2,50,2\n";
  }

  private static String json(String id) {
    return "{\"trade_id\": \"%s\", \"agent_id\": \"A\", \"closed_at\": \"2026-01-30T10:00:00Z\", \"realized_pnl\": \"2\", \"entry_price\": 50, \"quantity\": 2}\n"
        .formatted(id);
  }
}
