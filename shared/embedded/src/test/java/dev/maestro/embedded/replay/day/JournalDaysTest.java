package dev.maestro.embedded.replay.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.source.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDaysTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HEADER =
      "trade_id,agent_id,symbol,side,quantity,entry_price,realized_pnl,closed_at\n";

  @TempDir private Path folder = Path.of("");
  private long corrections;

  private List<ReplayDay> days(List<String> rows) throws IOException {
    Path file = folder.resolve("journal.csv");
    Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
    JournalDays days = new JournalDays(JournalFile.open(file), NOW);
    List<List<ReplayDay>> readings = new ArrayList<>();
    days.forEach(
        () -> {
          List<ReplayDay> reading = new ArrayList<>();
          readings.add(reading);
          return reading::add;
        },
        ReadProgress.NONE);
    corrections = days.corrections();
    return readings.get(readings.size() - 1);
  }

  private static String row(int id, String agent, String pnl, String closedAt) {
    return "t" + id + "," + agent + ",X,LONG,10,10," + pnl + "," + closedAt;
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int id = 0; id < 300; id++) {
      rows.add(
          row(
              id,
              "A" + id % 3,
              String.valueOf(id % 7 - 3),
              Instant.parse("2026-01-01T00:00:00Z").plusSeconds(id * 7_200L).toString()));
    }
    return rows;
  }

  @Test
  void a_day_of_an_agent_is_what_it_earned_on_what_its_trades_used() throws IOException {
    List<ReplayDay> days =
        days(
            List.of(
                row(1, "A", "5", "2026-02-01T01:00:00Z"),
                row(2, "A", "-1", "2026-02-01T23:59:59Z"),
                row(3, "B", "2", "2026-02-02T00:00:00Z")));

    assertThat(days).hasSize(2);
    assertThat(days.get(0).returnOf("A")).isEqualTo(0.02);
    assertThat(days.get(0).returnOf("B")).isZero();
    assertThat(days.get(1).returnOf("B")).isEqualTo(0.02);
  }

  @Test
  void the_order_of_the_rows_does_not_matter() throws IOException {
    List<String> shuffled = rows();
    Collections.shuffle(shuffled, new Random(3));

    assertThat(sums(days(shuffled))).isEqualTo(sums(days(rows())));
  }

  private static List<String> sums(List<ReplayDay> days) {
    List<String> sums = new ArrayList<>();
    for (ReplayDay day : days) {
      day.agents()
          .forEach(
              (agent, closed) ->
                  sums.add(
                      day.date()
                          + agent
                          + closed.pnl()
                          + closed.capital()
                          + closed.trades().size()));
    }
    return sums;
  }

  @Test
  void of_a_corrected_trade_the_last_row_counts() throws IOException {
    List<String> corrected = rows();
    corrected.add(row(0, "A0", "50", "2026-01-01T00:00:00Z"));
    List<ReplayDay> days = days(corrected);

    assertThat(corrections).isEqualTo(1);
    assertThat(Objects.requireNonNull(days.get(0).agents().get("A0")).trades())
        .filteredOn(trade -> trade.tradeId().equals("t0"))
        .singleElement()
        .satisfies(trade -> assertThat(trade.returnOnCapital()).isEqualTo(0.5));
  }

  @Test
  void today_is_not_over_and_what_is_open_or_unusable_is_no_day() throws IOException {
    assertThat(
            days(
                List.of(
                    row(1, "A", "NaN", "2026-02-01T01:00:00Z"),
                    row(2, "A", "1", ""),
                    row(3, "A", "1", "2026-02-02T01:00:00Z"),
                    row(4, "A", "1", "2026-03-01T01:00:00Z"),
                    row(5, "A", "1", "2026-05-01T01:00:00Z"))))
        .singleElement()
        .satisfies(day -> assertThat(day.date()).isEqualTo("2026-02-02"));
  }
}
