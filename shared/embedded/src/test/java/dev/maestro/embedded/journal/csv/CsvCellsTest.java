package dev.maestro.embedded.journal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.column.PlanFinder;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.row.ReadCounts;
import dev.maestro.embedded.journal.row.RowIntake;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of CSV says what the engine makes of the same texts; the fast parsers only hurry. */
class CsvCellsTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final List<String> COLUMNS =
      List.of(
          "trade_id",
          "agent_id",
          "closed_at",
          "realized_pnl",
          "entry_price",
          "quantity",
          "multiplier",
          "symbol");
  private static final List<String> USABLE =
      List.of("t1", "A", "2026-01-30T10:00:00Z", "2", "50", "2", "1", "SPY");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "+1",
          "1.",
          ".5",
          "-.5",
          "+.5e1",
          "1e3",
          "1E3",
          "1e+3",
          "1E-3",
          "0e5",
          "0.0",
          "00012",
          " 12",
          "12 ",
          "\t12",
          "1e14",
          "1e15",
          "-1e15",
          "999999999999999",
          "999999999999999.9",
          "1000000000000000",
          "1e-30",
          "1e-31",
          "1.5e-30",
          "0.000000000000000000000000000001",
          "0.0000000000000000000000000000001",
          "0.0000000000000000000000000000000",
          "0.1000000000000000000000000000000",
          "12345678901234567890",
          "1e999",
          "1e999999999",
          "1e-999999999",
          "1e2147483647",
          "1e2147483648",
          "1e99999999999",
          "0e999999999",
          "0e2147483647",
          "0e-2147483647",
          "0e99999999999",
          "1e0000000000003",
          "NaN",
          "Infinity",
          "-Infinity",
          "inf",
          "0x1F",
          "0x1p3",
          "1f",
          "1d",
          "1L",
          "1,000",
          "1_000",
          "1 000",
          "1'000",
          "$5",
          "€5",
          "5%",
          "(5)",
          "true",
          "null",
          "--1",
          "+-1",
          "1-",
          "1.2.3",
          "1e",
          "1e+",
          "e5",
          ".",
          "+",
          "-",
          "1e1.5",
          "１２",
          "١٢",
          "−5",
          "½",
          "1\u00a0000",
          "\u00a012",
          "\u20035",
          "5\u2003",
          "\u0000",
          "1\u0000",
          "9".repeat(999),
          "9".repeat(10_000),
          "0".repeat(999) + "7",
          "0".repeat(1000) + "7",
          "0".repeat(5000),
          "0." + "0".repeat(5000),
          " ".repeat(2000) + "7",
          "1e" + "0".repeat(2000));

  private static final List<String> TIMES =
      List.of(
          "2026-01-30T10:00:00Z",
          "2026-01-30T10:00Z",
          "2026-01-30T10:00+00:00",
          "2026-01-30T10:00-00:00",
          "2026-01-30T10:00:00+01:00",
          "2026-01-30T10:00:00+0100",
          "2026-01-30T10:00:00+01",
          "2026-01-30T10:00:00+01:00:30",
          "2026-01-30T10:00:00+18:00",
          "2026-01-30T10:00:00+18:01",
          "2026-01-30T10:00:00+19:00",
          "2026-01-30T10:00:00-23:59",
          "2026-01-30T10:00:00.Z",
          "2026-01-30T10:00:00.5Z",
          "2026-01-30T10:00:00,5Z",
          "2026-01-30T10:00:00.123456789Z",
          "2026-01-30T10:00:00.1234567891Z",
          "2026-01-30T10:00:00.123456789123+01:00",
          "2026-01-30t10:00:00z",
          "2026-01-30T10:00:00z",
          "2026-01-30t10:00:00Z",
          "2026-01-30 10:00:00Z",
          "2026-01-30_10:00:00Z",
          "2026-01-30T10:00:00",
          "2026-01-30T10:00",
          "2026-01-30T10Z",
          "2026-01-30",
          "2026-01",
          "2026",
          "2026-02-30T10:00:00Z",
          "2024-02-29T10:00:00Z",
          "2025-02-29T10:00:00Z",
          "2026-13-01T10:00:00Z",
          "2026-00-01T10:00:00Z",
          "2026-01-00T10:00:00Z",
          "2026-01-30T24:00:00Z",
          "2026-01-30T24:00Z",
          "2026-01-30T25:00:00Z",
          "2026-01-30T10:60:00Z",
          "2026-01-30T10:00:60Z",
          "2016-12-31T23:59:60Z",
          "2026-01-30T10:00:61Z",
          " 2026-01-30T10:00:00Z ",
          "\t2026-01-30T10:00Z",
          "2026-01-30T10:00:00 Z",
          "2026-01-30T10:00:00 +01:00",
          "2026-01-30T10:00:00Z[UTC]",
          "2026-01-30T10:00:00+01:00[Europe/Berlin]",
          "2026-01-30T10:00:00UTC",
          "2026-01-30T10:00:00Z+01:00",
          "0000-01-01T00:00:00Z",
          "0001-01-01T00:00:00Z",
          "0001-01-01T00:00:00+01:00",
          "9999-12-31T23:59:59Z",
          "9999-12-31T23:59:59-01:00",
          "-2026-01-30T10:00:00Z",
          "+12026-01-30T10:00:00Z",
          "12026-01-30T10:00:00Z",
          "26-01-30T10:00:00Z",
          "20260130T100000Z",
          "01/30/2026 10:00:00",
          "1769767200",
          "yesterday",
          " ",
          "٢٠٢٦-01-30T10:00:00Z",
          "2026-01-30T10:00:00+٠١:00",
          "2026-01-31T16:05:00Z",
          "2026-01-31T16:05:00.000000001Z",
          "2026-01-31T17:05+01:00",
          "2026-W05-5T10:00:00Z",
          "2026-030T10:00:00Z",
          "2026-1-30T10:00:00Z",
          "2026-01-30T1:00:00Z",
          "2026-01-30T10:0:00Z",
          "2026-01-30T-1:00:00Z");

  @Test
  void odd_numbers_are_what_the_engine_says_they_are() {
    List<List<String>> rows = new ArrayList<>();
    for (String column : List.of("realized_pnl", "entry_price", "quantity", "multiplier")) {
      NUMBERS.forEach(number -> rows.add(with(column, number)));
    }
    compare(rows);
  }

  @Test
  void odd_times_are_what_the_engine_says_they_are() {
    List<List<String>> rows = new ArrayList<>();
    TIMES.forEach(time -> rows.add(with("closed_at", time)));
    compare(rows);
  }

  @Test
  void changed_numbers_and_times_are_what_the_engine_says_they_are() {
    SplittableRandom random = new SplittableRandom(20260131);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(with("closed_at", changed(any(TIMES, random), "0123456789-:+TZtz., ", random)));
      rows.add(with("quantity", changed(any(NUMBERS, random), "0123456789-+.eE, _x", random)));
    }
    compare(rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", " t 1 ", "1", "a,b", "\"quoted\"", "ä", "line:1", "null"})
  void names_are_what_the_engine_says_they_are(String name) {
    compare(
        List.of(
            with("trade_id", name),
            with("agent_id", name),
            with("symbol", name),
            with("closed_at", name),
            with("multiplier", name),
            with("quantity", name)));
  }

  @Test
  void rows_without_an_id_go_by_their_lines() {
    List<TradeReading> readings = read(List.of(with("trade_id", ""), with("trade_id", "  ")));
    assertThat(readings)
        .extracting(reading -> ((TradeReading.Usable) reading).trade().tradeId())
        .containsExactly("line:2", "line:3");
  }

  /** What is read through CSV equals what the engine reads of the same texts. */
  private static void compare(List<List<String>> rows) {
    List<TradeReading> readings = read(rows);
    assertThat(readings).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> texts = new LinkedHashMap<>();
      for (int column = 0; column < COLUMNS.size(); column++) {
        String text = rows.get(i).get(column);
        if (!text.isEmpty()) {
          texts.put(COLUMNS.get(column), text);
        }
      }
      TradeReading expected = TradeReader.read(RawTrade.of(texts), "line:" + (i + 2), NOW);
      assertThat(readings.get(i)).as("%s", shortened(rows.get(i))).isEqualTo(expected);
    }
  }

  private static List<TradeReading> read(List<List<String>> rows) {
    StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (List<String> row : rows) {
      for (String text : row) {
        csv.append('"').append(text.replace("\"", "\"\"")).append("\",");
      }
      csv.setCharAt(csv.length() - 1, '\n');
    }
    List<TradeReading> readings = new ArrayList<>();
    CsvHead head = new CsvHead(1, ',', COLUMNS);
    ColumnPlan plan = PlanFinder.of(COLUMNS, ReadOptions.NONE);
    RowSink sink = (reading, line) -> readings.add(withoutFound(reading));
    new CsvJournal(head, plan, new RowIntake(plan, NOW, sink, new ReadCounts()))
        .read(
            new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
            false,
            ReadProgress.NONE);
    return readings;
  }

  private static TradeReading withoutFound(TradeReading reading) {
    return reading instanceof TradeReading.Rejected rejected
        ? new TradeReading.Rejected(rejected.tradeId(), rejected.reason())
        : reading;
  }

  private static List<String> with(String column, String text) {
    List<String> row = new ArrayList<>(USABLE);
    row.set(COLUMNS.indexOf(column), text);
    return row;
  }

  private static String any(List<String> texts, SplittableRandom random) {
    String text = texts.get(random.nextInt(texts.size()));
    return text.length() > 40 ? "1" : text;
  }

  private static String changed(String text, String signs, SplittableRandom random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      int at = random.nextInt(changed.length() + 1);
      char sign = signs.charAt(random.nextInt(signs.length()));
      switch (at == changed.length() ? 0 : random.nextInt(3)) {
        case 0 -> changed.insert(at, sign);
        case 1 -> changed.setCharAt(at, sign);
        default -> changed.deleteCharAt(at);
      }
    }
    return changed.toString();
  }

  private static List<String> shortened(List<String> row) {
    return row.stream().map(text -> text.substring(0, Math.min(60, text.length()))).toList();
  }
}
