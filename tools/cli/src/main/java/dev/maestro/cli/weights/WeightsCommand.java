package dev.maestro.cli.weights;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.journal.ReadingBar;
import dev.maestro.cli.journal.RejectedRows;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.journal.JournalFold;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.weights.AgentWeights;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro weights --journal FILE}. */
@Command(
    name = "weights",
    description = "Weights of the agents from a journal of closed trades (CSV or JSON lines).",
    mixinStandardHelpOptions = true)
public final class WeightsCommand implements Callable<Integer> {
  @Option(names = "--journal", required = true, paramLabel = "FILE", description = "The journal.")
  private Path journal = Path.of("");

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
    JournalFile file = JournalFile.open(journal);
    JournalFold fold = new JournalFold(settings.lookbackTrades(), settings.agentIds());
    Instant now = Instant.now();
    ReadingBar.watch("Reading", file.bytes(), progress -> file.foldInto(fold, now, progress));
    AgentWeights weights = WeightsEngine.weigh(fold.windows(), settings);
    List<Rejection> rejections = fold.rejections();
    if (json) {
      Terminal.out()
          .println(
              JsonText.write(WeightsResult.RESULT.write(new WeightsResult(weights, rejections))));
    } else {
      WeightsTable.lines(weights, capital).forEach(Terminal.out()::println);
    }
    report(fold, rejections);
    return 0;
  }

  private void report(JournalFold fold, List<Rejection> rejections) {
    if (fold.usableRows() == 0) {
      Terminal.error(journal + " has no usable closed trade, so nothing could be weighed");
    }
    RejectedRows.print(rejections);
  }
}
