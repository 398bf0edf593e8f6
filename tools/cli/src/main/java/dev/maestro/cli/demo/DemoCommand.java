package dev.maestro.cli.demo;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.weights.WeightsTable;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.ReadProgress;
import dev.maestro.embedded.market.AgentCharacter;
import dev.maestro.embedded.market.JournalGenerator;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.weights.WeightsConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro demo}: trades close one by one and move the weights; a table and a report. */
@Command(
    name = "demo",
    description = "Closes generated trades one by one, prints the weights, writes a report.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 20260105;
  private static final int ROUNDS = 160;
  private static final int HEADLINES = 6;
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private static final BigDecimal CAPITAL = new BigDecimal("100000");

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Close the trades of this journal instead of generated ones.")
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where the report goes (default: target/demo/report.html of the project).")
  private Optional<Path> report = Optional.empty();

  @Override
  public Integer call() {
    List<Trade> trades = journal.map(DemoCommand::read).orElseGet(DemoCommand::generate);
    List<DemoUser> users =
        List.of(
            new DemoUser("alice", WeightsConfig.DEFAULTS),
            new DemoUser("bob", WeightsConfig.of(Map.of("enforce_performance", true))));
    int headline = Math.max(1, trades.size() / HEADLINES);
    for (int i = 0; i < trades.size(); i++) {
      Trade trade = trades.get(i);
      users.forEach(user -> user.close(trade));
      if ((i + 1) % headline == 0) {
        Terminal.out().println(DemoStory.line(trade, users.get(0)));
      }
    }
    for (DemoUser user : users) {
      Terminal.out().println();
      Terminal.out().println(user.name() + ", " + user.mode() + ", revision " + user.revision());
      WeightsTable.lines(user.weights(), Optional.of(CAPITAL)).forEach(Terminal.out()::println);
    }
    writeReport(users, trades.size());
    return 0;
  }

  private void writeReport(List<DemoUser> users, int trades) {
    Path file =
        report.orElse(Path.of(System.getProperty("maestro.home", "."), "target/demo/report.html"));
    try {
      DemoStory.report(users, trades).write(file);
    } catch (IOException failure) {
      throw new CommandFailure(
          file + " could not be written: choose another place with --report (" + failure + ")");
    }
    Terminal.out().println();
    Terminal.out().println("Report: " + file);
  }

  private static List<Trade> generate() {
    return JournalGenerator.generate(SEED, AgentCharacter.DEMO, ROUNDS, START);
  }

  /** The last usable version of every trade, in the order of closing. */
  private static List<Trade> read(Path file) {
    Map<String, Trade> byId = new java.util.LinkedHashMap<>();
    JournalFile.open(file)
        .forEachRow(
            Instant.now(),
            (reading, line) -> {
              if (reading instanceof TradeReading.Usable usable) {
                byId.put(usable.trade().tradeId(), usable.trade());
              }
            },
            ReadProgress.NONE);
    List<Trade> trades = new ArrayList<>(byId.values());
    trades.sort(Comparator.comparing(Trade::closedAt).thenComparing(Trade::tradeId));
    return trades;
  }
}
