package dev.maestro.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.cli.journal.JournalOptions;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.plan.JournalPlan;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.testing.emulator.SharedEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run after one that died behind its first 500 trades, and left its marker. */
class ImportResumeTest {
  private static final String JOURNAL = "users/ann/tradeJournal";
  private static final int TRADES = 600;

  private final EmulatedProject project = EmulatedProject.empty("demo-cli-import-resume");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void create() {
    project.run("tenant", "create", "--tenant", "alpha", "--name", "Alpha", "--owner", "ann");
  }

  private Path file(String header, List<String> rows) throws IOException {
    return Files.write(
        folder.resolve("journal.csv"),
        IntStream.rangeClosed(0, rows.size())
            .mapToObj(i -> i == 0 ? header : rows.get(i - 1))
            .toList());
  }

  private Path trades() throws IOException {
    return file(
        "trade_id,agent_id,closed_at,realized_pnl,entry_price,quantity,symbol",
        IntStream.range(0, TRADES)
            .mapToObj(i -> "t" + i + ",A,2025-01-05T10:00:00Z,1,50,2,ES")
            .toList());
  }

  /** The newest execution first, so that the first trades close in the last lines. */
  private Path fills() throws IOException {
    return file(
        "config_file_path,strategy,trade_type,price,amount,timestamp,trade_fee_in_quote,"
            + "exchange_trade_id,symbol",
        IntStream.range(0, 2 * TRADES)
            .map(i -> 2 * TRADES - 1 - i)
            .mapToObj(
                i ->
                    "a.yml,mm,"
                        + (i % 2 == 0 ? "BUY,100" : "SELL,101")
                        + ",1,"
                        + (1_700_000_000_000L + 1000L * i)
                        + ",0.1,f"
                        + i
                        + ",ETH-USDT")
            .toList());
  }

  /** A run without options that dies when its first batch is stored. */
  private void die(Path path) throws IOException {
    String target = SharedEmulator.firestore() + "/" + project.name() + "/alpha/ann/";
    ImportMarker marker = ImportMarker.of(path, target + new JournalOptions().said());
    JournalFile file = JournalFile.open(path);
    JournalPlan plan = new JournalPlan();
    Instant now = Instant.now();
    file.forEachRow(now, plan, ReadProgress.NONE);
    assertThatThrownBy(
            () ->
                JournalImport.run(
                    project.firestore(),
                    file,
                    plan,
                    new JournalImport.Target(new TenantId("alpha"), new Uid("ann"), now),
                    0,
                    done -> {
                      marker.store(done);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(marker.done()).isPresent();
    assertThat(project.documents(JOURNAL)).hasSize(500);
  }

  private String load(Path path, String... options) {
    List<String> words =
        Stream.concat(
                Stream.of("import", "--tenant", "alpha", "--user", "ann", "--json", "--journal"),
                Stream.concat(Stream.of(path.toString()), Stream.of(options)))
            .toList();
    CommandRun run = project.run(words.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private List<Object> stored(String field) {
    return project.documents(JOURNAL).stream().map(trade -> trade.get(field)).toList();
  }

  @Test
  void the_same_command_goes_on_where_it_was() throws IOException {
    Path trades = trades();
    die(trades);
    assertThat(load(trades)).contains("\"written\":100,\"unchanged\":0,\"stored_before\":500");
    assertThat(stored("multiplier")).hasSize(TRADES);
  }

  @Test
  void the_same_file_read_otherwise_starts_at_its_first_row() throws IOException {
    Path trades = trades();
    die(trades);
    assertThat(load(trades, "--multiplier", "ES=50"))
        .contains("\"written\":600,\"unchanged\":0,\"stored_before\":0");
    assertThat(stored("multiplier")).hasSize(TRADES).containsOnly("50");
  }

  @Test
  void trades_made_of_executions_are_all_looked_at_again() throws IOException {
    Path fills = fills();
    die(fills);
    assertThat(load(fills)).contains("\"written\":100,\"unchanged\":500,\"stored_before\":0");
    assertThat(stored("trade_id").stream().collect(Collectors.toSet())).hasSize(TRADES);
  }
}
