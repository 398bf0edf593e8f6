package dev.maestro.embedded.journal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.column.ColumnReport;
import dev.maestro.embedded.journal.column.PlanFinder;
import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.row.ReadCounts;
import dev.maestro.embedded.journal.row.RowIntake;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.ReadProgress;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Headers and rows of known exports, cut, swapped, doubled and spoiled: a refusal or a report, and
 * no column is read that the report does not name. {@code -Dmaestro.mutations=100000} for the
 * whole.
 */
class MutatedExportsTest {
  private static final int MUTATIONS = Integer.getInteger("maestro.mutations", 4_000);
  private static final int ROWS = 50;
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final List<String> CELLS =
      List.of(
          "",
          " ",
          "1",
          "-1",
          "0",
          "1.5",
          "1,234.5",
          "$1.00",
          "($2.00)",
          "- 0.08",
          "4 182.78",
          "NaN",
          "1e400",
          "buy",
          "sell",
          "long",
          "short",
          "closed",
          "open",
          "true",
          "C",
          "O",
          "C;O",
          "2025-01-05T10:00:00Z",
          "2025-01-05 10:00:00",
          "1/5/2025 10:00:00 AM",
          "1735689600",
          "1735689600000",
          "20250105;100000",
          "31/12/2025 23:59:59",
          "\"",
          "\"\"",
          "a\"b",
          "ES 12-24",
          "{'percent': 0.001, 'flat_fees': []}",
          "\u0000",
          "ß",
          "entry long",
          "exit long",
          "Profit",
          "1.250",
          "1,250",
          "\u22125",
          "(5)",
          "5-",
          "1e3",
          "TRUE",
          "12\u00a0345.6",
          "5.20 USDT",
          "5 %",
          "05.01.25",
          "05.01.2025 10:00:00",
          "20250105",
          "2025-01-05",
          "45291.5",
          "BTCUSD",
          "C;O;P",
          "2");

  /** What a person may say of one file. */
  private ReadOptions said(List<String> header) {
    Map<String, String> columns = new HashMap<>(Map.of("agent_id", ":A"));
    if (random.nextInt(10) == 0) {
      String name = header.get(random.nextInt(header.size()));
      columns.put("realized_pnl", random.nextBoolean() ? name : name + "#2");
    }
    return new ReadOptions(
        Optional.empty(),
        columns,
        Optional.of(ZoneOffset.UTC),
        Map.of("*", BigDecimal.ONE),
        random.nextInt(5) == 0 ? ReadOptions.DecimalMark.COMMA : ReadOptions.DecimalMark.UNSAID,
        random.nextInt(8) == 0 ? Optional.of(ReadOptions.RowKind.FILLS) : Optional.empty(),
        "");
  }

  private final SplittableRandom random = new SplittableRandom(14);
  private final List<String> words = words();

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (ExportFormat format : KnownFormats.all()) {
      format.signature().forEach(column -> words.add(column.name().replace("*", "usd")));
      format.columns().values().stream()
          .flatMap(List::stream)
          .forEach(column -> words.add(column.name().replace("*", "usd")));
    }
    words.addAll(List.of("Profit %", "fee", "commission", "notes", "", "P&L", "Swap"));
    return words;
  }

  private List<String> mutatedHeader() {
    ExportFormat format = KnownFormats.all().get(random.nextInt(KnownFormats.all().size()));
    List<String> header =
        new ArrayList<>(
            format.signature().stream()
                .map(ColumnName::name)
                .map(name -> name.replace("*", "usd"))
                .toList());
    format.columns().values().stream()
        .filter(names -> !names.isEmpty())
        .forEach(names -> header.add(names.get(0).name().replace("*", "usd")));
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(header.size());
      switch (random.nextInt(6)) {
        case 0 -> header.remove(at);
        case 1 -> header.add(at, words.get(random.nextInt(words.size())));
        case 2 -> header.set(at, header.get(at).toUpperCase(java.util.Locale.ROOT));
        case 3 -> header.add(at, header.get(random.nextInt(header.size())));
        case 4 -> header.set(at, " " + header.get(at).replace("_", " "));
        default -> header.set(at, words.get(random.nextInt(words.size())));
      }
      if (header.isEmpty()) {
        header.add("x");
      }
    }
    return header;
  }

  private static void requireNamed(ColumnPlan plan) {
    ColumnReport report = plan.report();
    for (int column = 0; column < plan.header().size(); column++) {
      String name = plan.header().get(column);
      if (plan.slot(column) >= 0) {
        boolean isShared = plan.header().indexOf(name) != plan.header().lastIndexOf(name);
        String shown = isShared ? name + " (column " + (column + 1) + ")" : name;
        boolean isNamed =
            report.costs().contains(shown)
                || report.fields().stream().anyMatch(use -> use.from().contains(shown));
        assertThat(isNamed).as("%s of %s, read as %s", name, plan.header(), report).isTrue();
      }
    }
  }

  @Test
  void no_column_is_read_that_the_report_does_not_name() {
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      try {
        List<String> header = mutatedHeader();
        requireNamed(PlanFinder.of(header, said(header)));
        read++;
      } catch (JournalFileException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isGreaterThan(MUTATIONS / 40);
  }

  @Test
  void whatever_stands_in_its_rows_a_file_is_counted_or_refused() {
    for (int i = 0; i < MUTATIONS / ROWS; i++) {
      List<String> header = mutatedHeader();
      try {
        ColumnPlan plan = PlanFinder.of(header, said(header));
        ReadCounts counts = new ReadCounts();
        RowIntake intake = new RowIntake(plan, NOW, (reading, line) -> {}, counts);
        new CsvJournal(new CsvHead(1, ',', header), plan, intake)
            .read(new ByteArrayInputStream(file(header)), i % 2 == 0, ReadProgress.NONE);
        intake.end();
        assertThat(counts.rejected() + counts.closed() + counts.open() + counts.other())
            .isNotNegative();
      } catch (RuntimeException refused) {
        boolean isRefusal =
            refused instanceof JournalFileException
                || refused.getCause() instanceof JournalFileException;
        assertThat(isRefusal).as("%s: %s", header, refused).isTrue();
      }
    }
  }

  private byte[] file(List<String> header) {
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (int row = 0; row < ROWS; row++) {
      int cells = header.size() + (random.nextInt(20) == 0 ? 1 : 0);
      for (int cell = 0; cell < cells; cell++) {
        text.append(cell == 0 ? "" : ",").append(CELLS.get(random.nextInt(CELLS.size())));
      }
      text.append(random.nextInt(30) == 0 ? "\r\n" : "\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
