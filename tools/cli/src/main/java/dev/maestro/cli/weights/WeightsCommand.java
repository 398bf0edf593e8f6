package dev.maestro.cli.weights;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.journal.JournalOptions;
import dev.maestro.cli.journal.ReadScreen;
import dev.maestro.cli.journal.ReadingBar;
import dev.maestro.cli.journal.RejectedRows;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.engine.evidence.scheme.AgentEvidence;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro weights --journal FILE}. */
@Command(
    name = "weights",
    description =
        "Weights of the agents from a journal of closed trades (CSV or JSON, of any known export).",
    mixinStandardHelpOptions = true)
public final class WeightsCommand implements Callable<Integer> {
  @Option(names = "--journal", required = true, paramLabel = "FILE", description = "The journal.")
  private Path journal = Path.of("");

  @Mixin private JournalOptions reading = new JournalOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings as one JSON object, e.g. {\"lookback_trades\": 50}.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--capital",
      paramLabel = "DOLLARS",
      description = "Also print the dollars of each agent; they add up to the cent.")
  private Optional<BigDecimal> capital = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Override
  public Integer call() {
    if (capital.filter(c -> c.signum() < 0 || c.stripTrailingZeros().scale() > 2).isPresent()) {
      throw new UsageException(
          "--capital must be at least 0 with at most 2 decimal places, got " + capital.get());
    }
    WeightsConfig settings = WeightsConfig.of(config.map(JsonText::readFile).orElse(Fields.EMPTY));
    JournalFile file = reading.open(journal);
    JournalFold fold = new JournalFold(settings.lookbackTrades(), settings.agentIds());
    Instant now = Instant.now();
    ReadingBar.watch("Reading", file.bytes(), progress -> file.foldInto(fold, now, progress));
    AgentWeights weights = WeightsEngine.weigh(fold.windows(), settings);
    ReadScreen screen =
        new ReadScreen(
            file.report(), fold.corrections(), fold.changedCorrections(), fold.repeats());
    if (fold.usableRows() == 0) {
      screen.lines().forEach(Terminal.err()::println);
      screen.warnings().forEach(Terminal::error);
      RejectedRows.print(fold.rejections(), fold.rejectionCount());
      throw new CommandFailure(
          journal + " has no usable closed trade, so nothing could be weighed");
    }
    print(weights, fold, settings, screen);
    if (settings.scheme().maxDailyChange().compareTo(BigDecimal.ONE) < 0) {
      Terminal.error(
          "max_daily_change is not applied: a file does not say yesterday's weights; replay applies"
              + " it day by day");
    }
    screen.warnings().forEach(Terminal::error);
    RejectedRows.print(fold.rejections(), fold.rejectionCount());
    return 0;
  }

  private void print(
      AgentWeights weights, JournalFold fold, WeightsConfig settings, ReadScreen screen) {
    if (json) {
      WeightsResult result = new WeightsResult(weights, fold.rejections(), fold.rejectionCount());
      Terminal.out()
          .println(
              JsonText.write(
                  WeightsResult.RESULT
                      .written(result)
                      .with(
                          "evidence",
                          AgentEvidence.of(fold.windows(), settings.sharpeRules()).written())
                      .with("read", screen.written().values())));
      return;
    }
    WeightsTable.lines(weights, capital).forEach(Terminal.out()::println);
    Terminal.out().println();
    screen.lines().forEach(Terminal.out()::println);
  }
}
