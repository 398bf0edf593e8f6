package dev.maestro.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.TradeReading;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what their beginning says. */
class BadJournalTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final String HEADER =
      "trade_id,agent_id,closed_at,realized_pnl,entry_price,quantity\n";
  private static final ReadOptions SAID =
      new ReadOptions(
          Optional.empty(),
          Map.of("agent_id", ":A"),
          Optional.of(ZoneOffset.UTC),
          Map.of("*", java.math.BigDecimal.ONE),
          ReadOptions.DecimalMark.UNSAID,
          Optional.empty(),
          "");

  @TempDir private Path folder = Path.of("");

  private static String row(String id) {
    return id + ",A,2026-01-30T10:00:00Z,2,50,2\n";
  }

  private JournalFile file(String text, ReadOptions options) throws IOException {
    return JournalFile.open(Files.writeString(folder.resolve("journal.csv"), text), options);
  }

  private static List<String> rows(JournalFile file) {
    List<String> rows = new ArrayList<>();
    file.forEachRow(
        NOW, (reading, line) -> rows.add(line + " " + outcome(reading)), ReadProgress.NONE);
    return rows;
  }

  private static String outcome(TradeReading reading) {
    if (reading instanceof TradeReading.Usable usable) {
      return usable.trade().tradeId();
    }
    return reading instanceof TradeReading.Rejected rejected ? rejected.reason().code() : "open";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pair,open_rate,close_date,profit_abs,amount,is_open\n",
        "open_rate,close_date,profit_abs,amount\n",
        "Ticket,Open Time,Type,Volume,Symbol,Open Price,S / L,T / P,Close Time,Profit\n"
      })
  void two_exports_in_one_file_are_refused_with_the_line(String other) throws IOException {
    JournalFile file = file(HEADER + row("t1") + other + row("t2"), ReadOptions.NONE);
    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(JournalFileException.class)
        .hasMessageContaining("line 3 is the header of another export")
        .hasMessageContaining("split them");
  }

  @Test
  void the_same_header_in_the_middle_is_no_row_and_no_fault() throws IOException {
    JournalFile file = file(HEADER + row("t1") + HEADER + row("t2") + HEADER, ReadOptions.NONE);
    assertThat(rows(file)).containsExactly("2 t1", "4 t2");
    assertThat(file.report().counts().headers()).isEqualTo(2);
    assertThat(file.report().counts().rejected()).isZero();
    assertThat(file.report().counts().remarks()).isEmpty();
  }

  @Test
  void a_header_in_the_middle_of_an_export_without_ids_is_told() throws IOException {
    String header = HEADER.replace("trade_id,", "");
    String row = row("").substring(1);
    JournalFile file = file(header + row + header + row, ReadOptions.NONE);
    assertThat(rows(file)).hasSize(2);
    assertThat(file.report().counts().remarks()).singleElement().asString().contains("count twice");
  }

  @Test
  void a_column_that_changes_its_form_costs_the_rows_that_do() throws IOException {
    String text =
        HEADER
            + row("t1")
            + row("t2").replace("2026-01-30T10:00:00Z", "30/01/2026 10:00")
            + row("t3").replace(",50,", ",\"50,5\",")
            + row("t4").replace(",50,", ",1.050.5,")
            + row("t5");
    assertThat(rows(file(text, ReadOptions.NONE)))
        .containsExactly(
            "2 t1",
            "3 BAD_TIME:closed_at",
            "4 BAD_NUMBER:entry_price",
            "5 BAD_NUMBER:entry_price",
            "6 t5");
  }

  @Test
  void a_day_where_the_month_stands_refuses_the_whole_file() throws IOException {
    String text =
        """
        Trade number,Instrument,Strategy,Market pos.,Qty,Entry price,Exit price,Entry time,Exit time,Profit
        1,ES 12-25,S,Long,1,6000,6001,3/12/2025 9:45:12 AM,3/12/2025 9:55:12 AM,$50.00
        2,ES 12-25,S,Long,1,6000,6001,13/12/2025 9:45:12 AM,13/12/2025 9:55:12 AM,$50.00
        """;
    JournalFile file = file(text, SAID);
    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(JournalFileException.class)
        .hasMessageContaining("'Entry time' have day and month the other way round")
        .hasMessageContaining("13/12/2025");
  }

  /** A row, a line of 300 MB, a row; packed, so that the disk does not notice. */
  private Path withOneHugeLine(String first, String last) throws IOException {
    Path path = folder.resolve("huge.gz");
    byte[] part = new byte[1 << 20];
    Arrays.fill(part, (byte) 'x');
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(first.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 300; i++) {
        out.write(part);
      }
      out.write(("\n" + last).getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  @Test
  void a_line_of_300_mb_costs_itself_and_no_memory() throws IOException {
    String json =
        "{\"trade_id\":\"t1\",\"agent_id\":\"A\",\"closed_at\":\"2026-01-30T10:00:00Z\","
            + "\"realized_pnl\":2,\"entry_price\":50,\"quantity\":2}\n";
    for (String first : List.of(HEADER + row("t1"), HEADER + row("t1") + "\"", json)) {
      Path path = withOneHugeLine(first, first.startsWith("{") ? json : row("t2"));
      ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = memory.getCurrentThreadAllocatedBytes();
      List<String> rows = rows(JournalFile.open(path));
      assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(40L << 20);
      assertThat(rows).hasSize(3).element(1).asString().endsWith("LINE_TOO_LONG");
    }
  }
}
