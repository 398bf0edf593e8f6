package dev.maestro.embedded.journal.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executions in any order of time become the trades of their order in time. */
class FillOrderTest {
  private static final Instant NOW = Instant.parse("2026-01-31T16:00:00Z");
  private static final String HEADER = "trade_id,agent_id,symbol,closed_at,entry_price,quantity\n";
  private static final ReadOptions FILLS =
      new ReadOptions(
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Map.of(),
          ReadOptions.DecimalMark.UNSAID,
          Optional.of(ReadOptions.RowKind.FILLS),
          "");

  /** Two buys, a sale of parts of both, a sale of the rest that goes short, and its cover. */
  private static final List<String> STORY =
      List.of(
          "1,A,X,2026-01-05T10:00:00Z,10,5",
          "2,A,X,2026-01-05T11:00:00Z,20,5",
          "3,A,X,2026-01-05T12:00:00Z,30,-8",
          "4,A,X,2026-01-05T13:00:00Z,40,-6",
          "5,A,X,2026-01-05T14:00:00Z,35,4");

  /** 5 x 20 + 3 x 10; 2 x 20; then short 4 at 40, covered at 35. */
  private static final List<String> TRADES = List.of("3 8 130", "4 2 40", "5 -4 20");

  @TempDir private Path folder = Path.of("");

  private JournalFile file(List<String> rows) throws IOException {
    String text = HEADER + String.join("\n", rows) + "\n";
    return JournalFile.open(Files.writeString(folder.resolve("fills.csv"), text), FILLS);
  }

  private static List<String> trades(JournalFile file) {
    List<String> trades = new ArrayList<>();
    file.forEachRow(
        NOW,
        (reading, line) -> {
          if (reading instanceof TradeReading.Usable usable) {
            trades.add(text(usable.trade()));
          } else {
            trades.add(line + " " + reading);
          }
        },
        ReadProgress.NONE);
    return trades;
  }

  private static String text(Trade trade) {
    return trade.tradeId()
        + " "
        + trade.quantity().stripTrailingZeros().toPlainString()
        + " "
        + trade.realizedPnl().stripTrailingZeros().toPlainString();
  }

  @Test
  void oldest_first_is_matched_as_it_stands() throws IOException {
    JournalFile file = file(STORY);
    assertThat(trades(file)).isEqualTo(TRADES);
    assertThat(file.report().counts().order()).contains(FillOrder.OLDEST_FIRST);
  }

  @Test
  void newest_first_gives_the_same_trades() throws IOException {
    List<String> reversed = new ArrayList<>(STORY);
    Collections.reverse(reversed);
    JournalFile file = file(reversed);
    assertThat(trades(file)).isEqualTo(TRADES);
    assertThat(file.report().counts().order()).contains(FillOrder.NEWEST_FIRST);
  }

  @Test
  void every_order_gives_the_same_trades() throws IOException {
    Random random = new Random(14);
    for (int i = 0; i < 50; i++) {
      List<String> shuffled = new ArrayList<>(STORY);
      Collections.shuffle(shuffled, random);
      assertThat(trades(file(shuffled))).as("%s", shuffled).isEqualTo(TRADES);
    }
  }

  @Test
  void fills_of_one_time_keep_the_order_of_the_file_or_turn_round_with_it() throws IOException {
    List<String> rows =
        List.of(
            "1,A,X,2026-01-05T10:00:00Z,10,5",
            "2,A,X,2026-01-05T10:00:00Z,20,5",
            "3,A,X,2026-01-06T10:00:00Z,30,-5",
            "4,A,X,2026-01-06T10:00:00Z,31,-5");
    List<String> expected = List.of("3 5 100", "4 5 55");
    assertThat(trades(file(rows))).isEqualTo(expected);
    List<String> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    assertThat(trades(file(reversed))).isEqualTo(expected);
    List<String> mixed = List.of(rows.get(2), rows.get(0), rows.get(3), rows.get(1));
    JournalFile file = file(mixed);
    assertThat(trades(file)).isEqualTo(expected);
    assertThat(file.report().counts().order()).contains(FillOrder.MIXED);
  }

  @Test
  void a_file_is_matched_alike_as_often_as_it_is_read() throws IOException {
    List<String> reversed = new ArrayList<>(STORY);
    Collections.reverse(reversed);
    JournalFile file = file(reversed);
    assertThat(trades(file)).isEqualTo(trades(file));
  }

  @Test
  void a_symbol_that_begins_with_a_sale_is_told() throws IOException {
    JournalFile file = file(STORY.subList(3, 5));
    assertThat(trades(file)).containsExactly("5 -4 20");
    assertThat(file.report().counts().remarks())
        .anySatisfy(remark -> assertThat(remark).contains("1 symbols begin with a sale"));
  }

  @Test
  void runs_on_disk_merge_to_the_order_of_time() {
    Random random = new Random(7);
    List<Execution> given = new ArrayList<>();
    try (SortedFills sorted = new SortedFills(FillOrder.MIXED, 10)) {
      for (int line = 1; line <= 137; line++) {
        Execution fill = SampleFills.at(line, random.nextInt(40));
        given.add(fill);
        sorted.add(fill);
      }
      List<Execution> passed = new ArrayList<>();
      sorted.forEach(passed::add);
      given.sort(java.util.Comparator.comparing(Execution::at).thenComparingLong(Execution::line));
      assertThat(passed).isEqualTo(given);
    }
  }

  @Test
  void trades_cannot_be_read_as_fills_nor_fills_as_trades() throws IOException {
    Path freqtrade =
        Files.writeString(
            folder.resolve("bot.csv"),
            "open_rate,close_date,profit_abs,amount\n1,2025-01-01 00:00:00,1,1\n");
    assertThatThrownBy(() -> JournalFile.open(freqtrade, FILLS))
        .isInstanceOf(JournalFileException.class)
        .hasMessageContaining("has closed trades as rows, not executions");
    ReadOptions trades =
        new ReadOptions(
            Optional.of("alpaca"),
            Map.of(),
            Optional.empty(),
            Map.of(),
            ReadOptions.DecimalMark.UNSAID,
            Optional.of(ReadOptions.RowKind.TRADES),
            "");
    assertThatThrownBy(() -> JournalFile.open(freqtrade, trades))
        .isInstanceOf(JournalFileException.class)
        .hasMessageContaining("has executions as rows");
  }
}
