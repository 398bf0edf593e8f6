package dev.maestro.bench;

import dev.maestro.embedded.journal.format.ReadOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Exports of other programs, in the columns that they write. */
final class SampleExports {
  static final String JSON_LINES = "own.jsonl";
  static final String FREQTRADE = "freqtrade.csv";
  static final String TRADING_VIEW = "tradingview.csv";

  /** What has to be said of an export that names neither agent nor zone. */
  static final ReadOptions SAID =
      new ReadOptions(
          Optional.empty(),
          Map.of("agent_id", ":Strategy"),
          Optional.of(ZoneOffset.UTC),
          Map.of(),
          ReadOptions.DecimalMark.UNSAID,
          Optional.empty(),
          "");

  private static final List<String> NAMES = List.of(JSON_LINES, FREQTRADE, TRADING_VIEW);
  private static final Instant FIRST_CLOSE = Instant.parse("2025-01-01T00:00:00Z");
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss+00:00").withZone(ZoneOffset.UTC);

  private SampleExports() {}

  /** Writes one file of each kind, with so many rows, into a folder of its own. */
  static Path write(int rows) throws IOException {
    Path folder = Files.createTempDirectory("exports");
    try (BufferedWriter own = Files.newBufferedWriter(folder.resolve(JSON_LINES));
        BufferedWriter bot = Files.newBufferedWriter(folder.resolve(FREQTRADE));
        BufferedWriter chart = Files.newBufferedWriter(folder.resolve(TRADING_VIEW))) {
      bot.write("pair,amount,open_date,close_date,open_rate,close_rate,fee_open,profit_abs,");
      bot.write("exit_reason,is_open,open_timestamp,close_timestamp,strategy,trade_id\n");
      chart.write("Trade #,Type,Signal,Date/Time,Price USD,Contracts,Profit USD,Profit %\n");
      SplittableRandom random = new SplittableRandom(7);
      Instant time = FIRST_CLOSE;
      for (int i = 0; i < rows; i++) {
        time = time.plusSeconds(random.nextInt(1, 40));
        String price = decimal(random.nextLong(1_000, 9_000_000), 2);
        String pnl = decimal(random.nextLong(-900_000, 1_100_000), 4);
        own.write(ownRow(i, price, pnl, time));
        bot.write(botRow(i, price, pnl, time));
        chart.write(chartRow(i, price, pnl, time));
      }
    }
    return folder;
  }

  /** Removes them. */
  static void delete(Path folder) throws IOException {
    for (String name : NAMES) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
  }

  private static String ownRow(int row, String price, String pnl, Instant time) {
    return "{\"trade_id\":\"t%d\",\"agent_id\":\"A%d\",\"symbol\":\"BTCUSDT\",\"quantity\":\"3\","
            .formatted(row, row % 5)
        + "\"entry_price\":\"%s\",\"realized_pnl\":\"%s\",\"closed_at\":\"%s\"}\n"
            .formatted(price, pnl, time);
  }

  private static String botRow(int row, String price, String pnl, Instant time) {
    Instant open = time.minusSeconds(900);
    return "TRX/BTC,3.5,%s,%s,%s,%s,0.0025,%s,roi,False,%d.0,%d.0,S%d,%d\n"
        .formatted(
            SECONDS.format(open),
            SECONDS.format(time),
            price,
            price,
            pnl,
            open.toEpochMilli(),
            time.toEpochMilli(),
            row % 5,
            row);
  }

  private static String chartRow(int row, String price, String pnl, Instant time) {
    int trade = row / 2 + 1;
    String minute = MINUTES.format(time);
    return row % 2 == 0
        ? "%d,Entry long,Long,%s,%s,10,,\n".formatted(trade, minute, price)
        : "%d,Exit long,Close,%s,%s,10,%s,4.00\n".formatted(trade, minute, price, pnl);
  }

  private static String decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).toPlainString();
  }
}
