package dev.maestro.bench;

import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.embedded.replay.Replay;
import dev.maestro.embedded.replay.ReplayLine;
import dev.maestro.embedded.replay.ReplaySettings;
import dev.maestro.embedded.replay.day.JournalDays;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Journals of 1 million rows. Our own as CSV: weighed, only read into trades, only its bytes read.
 * Others, weighed: our own as JSON lines, trades of freqtrade, executions of TradingView.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(2)
public class JournalBenchmark {
  private static final int ROWS = 1_000_000;
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final List<String> AGENTS =
      List.of("GammaScalper", "SentimentAgent", "TrendFollower", "WhaleFlowAgent", "LlmDesk");

  private Path file = Path.of("");
  private Path others = Path.of("");

  /** Writes the journals. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    others = SampleExports.write(ROWS);
    file = Files.createTempFile("journal", ".csv");
    SplittableRandom random = new SplittableRandom(7);
    Instant time = Instant.parse("2025-01-01T00:00:00Z");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("trade_id,agent_id,symbol,side,quantity,entry_price,realized_pnl,closed_at\n");
      for (int i = 0; i < ROWS; i++) {
        time = time.plusSeconds(random.nextInt(1, 40));
        out.write("t" + i + "," + AGENTS.get(random.nextInt(AGENTS.size())) + ",BTCUSDT,LONG,");
        out.write(random.nextInt(1, 500) + "," + decimal(random.nextLong(1_000, 9_000_000), 2));
        out.write("," + decimal(random.nextLong(-900_000, 1_100_000), 4) + "," + time + "\n");
      }
    }
  }

  /** Removes them. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(file);
    SampleExports.delete(others);
  }

  /** The whole way: rows, windows, weights. */
  @Benchmark
  public AgentWeights weigh() {
    return weighed(file, ReadOptions.NONE);
  }

  /** Our own names, one JSON object per line. */
  @Benchmark
  public AgentWeights weighJsonLines() {
    return weighed(others.resolve(SampleExports.JSON_LINES), ReadOptions.NONE);
  }

  /** Trades of freqtrade: counted times, ids made of two columns. */
  @Benchmark
  public AgentWeights weighFreqtrade() {
    return weighed(others.resolve(SampleExports.FREQTRADE), ReadOptions.NONE);
  }

  /** Entries and exits of TradingView, matched to half as many trades. */
  @Benchmark
  public AgentWeights weighTradingView() {
    return weighed(others.resolve(SampleExports.TRADING_VIEW), SampleExports.SAID);
  }

  private static AgentWeights weighed(Path journal, ReadOptions options) {
    WeightsConfig config = WeightsConfig.DEFAULTS;
    JournalFold fold = new JournalFold(config.lookbackTrades(), config.agentIds());
    JournalFile.open(journal, options).foldInto(fold, NOW, ReadProgress.NONE);
    return WeightsEngine.weigh(fold.windows(), config);
  }

  /** Day by day through all schemes and throttles; the target is 10 million trades a minute. */
  @Benchmark
  public List<ReplayLine> replay() {
    AtomicReference<Replay> last = new AtomicReference<>();
    new JournalDays(JournalFile.open(file), NOW)
        .forEach(
            () -> {
              Replay replay = new Replay(ReplaySettings.defaults(true));
              last.set(replay);
              return replay;
            },
            ReadProgress.NONE);
    return Objects.requireNonNull(last.get()).lines();
  }

  /** Rows into checked trades, which are dropped. */
  @Benchmark
  public long parse() {
    LongAdder lines = new LongAdder();
    JournalFile.open(file).forEachRow(NOW, (reading, line) -> lines.increment(), ReadProgress.NONE);
    return lines.sum();
  }

  /** The bytes alone. */
  @Benchmark
  public long bytes() throws IOException {
    long sum = 0;
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sum += buffer[count - 1];
      }
    }
    return sum;
  }

  private static String decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).toPlainString();
  }
}
