package dev.maestro.cli.demo;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.journal.JournalOptions;
import dev.maestro.cli.report.HtmlReport;
import dev.maestro.cli.report.ReportTemplate;
import dev.maestro.cli.value.TwinFile;
import dev.maestro.cli.weights.WeightsTable;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.weights.AgentWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro demo}: a market session on embedded parts, told and reported. */
@Command(
    name = "demo",
    description = "Runs a generated market session, tells its story, writes a report and a log.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Replay the trades of this journal instead of a generated session.")
  private Optional<Path> journal = Optional.empty();

  @Mixin private JournalOptions reading = new JournalOptions();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where the report goes (default: target/demo/report.html of the project).")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The profile of the trading policy: SAFE, STANDARD or AGGRESSIVE.")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--compare",
      description = "Runs the session under every profile and prints them side by side.")
  private boolean isComparison;

  @Override
  public Integer call() {
    if (isComparison) {
      DemoComparison.lines(System.getenv()).forEach(Terminal.out()::println);
      return 0;
    }
    Path file = report.orElse(ReportTemplate.home().resolve("target/demo/report.html"));
    if (journal.isPresent()) {
      JournalReplay replay = JournalReplay.of(reading.open(journal.get()), Instant.now());
      print(replay.weights());
      Terminal.out().println();
      replay.screen().lines().forEach(Terminal.out()::println);
      replay.screen().warnings().forEach(Terminal::error);
      write(DemoReport.of(replay), file, List.of(), Optional.empty());
      return 0;
    }
    DemoChronicle chronicle = new DemoChronicle();
    DemoSession session = new DemoSession(chronicle, profile, System.getenv());
    session.run();
    chronicle.events().stream()
        .filter(DemoChronicle.Event::isHeadline)
        .forEach(event -> Terminal.out().println(DemoReport.line(event)));
    Terminal.out().println();
    print(session.weights());
    Terminal.out().println();
    Terminal.out().println(DemoReport.closing(chronicle, session.tenant()));
    write(DemoReport.of(chronicle, session), file, chronicle.log(), session.tenant().twin());
    return 0;
  }

  private static void print(AgentWeights weights) {
    WeightsTable.lines(weights, Optional.of(DemoWorld.TENANT.baseCapital()))
        .forEach(Terminal.out()::println);
  }

  private static void write(
      HtmlReport page, Path file, List<String> log, Optional<TwinState> twin) {
    Optional<Path> template = ReportTemplate.find();
    Path decisions = file.resolveSibling("decisions.jsonl");
    try {
      page.write(file, template);
      if (!log.isEmpty()) {
        Files.write(decisions, log);
      }
      if (twin.isPresent()) {
        TwinFile.write(decisions, log, twin.get());
      }
    } catch (IOException failure) {
      throw new CommandFailure(
          file + " could not be written: choose another place with --report (" + failure + ")");
    }
    Terminal.out().println(ReportTemplate.line(file, template.isPresent()));
    if (!log.isEmpty()) {
      Terminal.out().println("Decisions: " + decisions + " (check them: ./maestro audit FILE)");
      Terminal.out().println("What it was worth: ./maestro value " + decisions);
    }
  }
}
