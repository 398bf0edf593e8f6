package dev.maestro.cli.replay;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Plural;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.journal.JournalEvidenceConfig;
import dev.maestro.cli.journal.JournalOptions;
import dev.maestro.cli.journal.ReadScreen;
import dev.maestro.cli.journal.ReadingBar;
import dev.maestro.cli.report.ReportTemplate;
import dev.maestro.embedded.demo.DemoWorld;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.replay.ApartSleeves;
import dev.maestro.embedded.replay.Replay;
import dev.maestro.embedded.replay.ReplayLine;
import dev.maestro.embedded.replay.ReplaySettings;
import dev.maestro.embedded.replay.day.JournalDays;
import dev.maestro.embedded.replay.day.ReturnsFile;
import dev.maestro.embedded.replay.scheme.ReplayScheme;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.tenant.TenantConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro replay --journal FILE}: what schemes and throttles would have earned. */
@Command(
    name = "replay",
    description =
        "Walks a journal, or a table of returns, day by day: every day is earned with the weights"
            + " of the evening before. Schemes and throttles stand side by side, and beside equal"
            + " weights.",
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  private static final View<ReplayLine> LINE =
      View.<ReplayLine>empty()
          .with("scheme", line -> line.flight().scheme())
          .with("throttle", line -> line.flight().throttle())
          .with("growth", ReplayLine::growth)
          .with("sharpe", ReplayLine::sharpe)
          .with("standard_error", ReplayLine::sharpeError)
          .with("psr", ReplayLine::psr)
          .with("worst_drawdown", ReplayLine::worstDrawdown)
          .with("turnover_a_year", ReplayLine::turnover)
          .with("cost", ReplayLine::paid)
          .with("largest_weight", ReplayLine::largest)
          .with("daily_difference", line -> line.effect().map(effect -> effect.mean()))
          .with("low", line -> line.interval().map(interval -> interval.low()))
          .with("high", line -> line.interval().map(interval -> interval.high()));

  @Option(
      names = "--journal",
      required = true,
      paramLabel = "FILE",
      description =
          "A journal of any known export; or CSV with a column of dates and one of returns per"
              + " agent, as fractions.")
  private Path journal = Path.of("");

  @Mixin private JournalOptions reading = new JournalOptions();

  @Option(
      names = "--scheme",
      split = ",",
      paramLabel = "SCHEME",
      description = "SHARPE, EVIDENCE, EQUAL (default: all; EQUAL is always there).")
  private List<String> schemes = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Sections weights, throttle and evidence as for tenant config.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--cost-bps",
      paramLabel = "N",
      description = "Basis points of what is bought or sold (default: ${DEFAULT-VALUE}).")
  private double costBps = 5;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where replay.html goes (default: target/replay of the project).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  private final List<ApartSleeves> apart = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @Override
  public Integer call() {
    Optional<ReturnsFile> returns =
        Files.isReadable(journal) ? ReturnsFile.find(journal) : Optional.empty();
    ReplaySettings settings = settings(returns.map(ReturnsFile::isDaily).orElse(true));
    List<String> read = new ArrayList<>();
    Replay replay =
        returns.map(table -> ofReturns(table, settings)).orElseGet(() -> ofJournal(settings, read));
    if (replay.dates().size() < 2) {
      throw new CommandFailure(
          journal
              + " has "
              + Plural.of(replay.dates().size(), "day")
              + " with a closed trade: a replay needs 2, one to learn and one to earn");
    }
    print(replay, settings, read);
    return 0;
  }

  private ReplaySettings settings(boolean isDaily) {
    Fields given = config.map(JsonText::readFile).orElse(Fields.EMPTY);
    TenantConfig tenant = TenantConfig.of(given, DemoWorld.TENANT, Map.of());
    return new ReplaySettings(
        schemes.isEmpty()
            ? List.of(ReplayScheme.values())
            : schemes.stream().map(ReplayCommand::scheme).toList(),
        given.has("weights") ? given.fields("weights") : Fields.EMPTY,
        tenant.throttle(),
        JournalEvidenceConfig.checked(tenant.evidence()),
        costBps,
        isDaily);
  }

  private static ReplayScheme scheme(String word) {
    return Stream.of(ReplayScheme.values())
        .filter(scheme -> scheme.name().equals(word.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("--scheme takes SHARPE, EVIDENCE and EQUAL, got " + word));
  }

  private Replay begin(ReplaySettings settings) {
    apart.clear();
    if (settings.sleeve() > 0) {
      settings.schemes().stream()
          .filter(scheme -> scheme != ReplayScheme.EQUAL)
          .forEach(
              scheme ->
                  apart.add(
                      new ApartSleeves(
                          scheme, settings.weights(), settings.sleeve(), settings.costBps())));
    }
    return new Replay(settings);
  }

  private Replay ofReturns(ReturnsFile table, ReplaySettings settings) {
    Replay replay = begin(settings);
    table
        .days()
        .forEach(
            day -> {
              replay.accept(day);
              apart.forEach(sleeves -> sleeves.accept(day));
            });
    if (!settings.isDaily()) {
      notes.add(
          "The rows are further apart than days, and the throttle decides by days: nobody is"
              + " throttled.");
    }
    return replay;
  }

  private Replay ofJournal(ReplaySettings settings, List<String> read) {
    JournalFile file = reading.open(journal);
    JournalDays days = new JournalDays(file, Instant.now());
    AtomicReference<Replay> last = new AtomicReference<>(begin(settings));
    ReadingBar.watch(
        "Replaying",
        file.bytes(),
        progress ->
            days.forEach(
                () -> {
                  Replay replay = begin(settings);
                  last.set(replay);
                  return day -> {
                    replay.accept(day);
                    apart.forEach(sleeves -> sleeves.accept(day));
                  };
                },
                progress));
    read.addAll(new ReadScreen(file.report(), days.corrections(), 0, 0).lines());
    return Objects.requireNonNull(last.get());
  }

  private void print(Replay replay, ReplaySettings settings, List<String> read) {
    List<ReplayLine> lines = replay.lines();
    List<String> said = new ArrayList<>();
    ReplayText.single(List.copyOf(replay.agents())).ifPresent(said::add);
    said.add(ReplayText.conclusion(lines));
    apart.forEach(sleeves -> said.add(ReplayText.sleeve(sleeves, settings.sleeve())));
    said.addAll(notes);
    String report =
        ReplayPage.write(replay, said, out.orElse(ReportTemplate.home().resolve("target/replay")));
    if (json) {
      Terminal.out()
          .println(
              JsonText.write(
                  Written.of("days", replay.dates().size())
                      .with("agents", replay.agents())
                      .with("lines", lines.stream().map(LINE::written).toList())
                      .with("conclusion", ReplayText.conclusion(lines))));
      return;
    }
    ReplayText.table(lines).forEach(Terminal.out()::println);
    Terminal.out().println();
    Terminal.out().println(span(replay, settings));
    said.forEach(Terminal.out()::println);
    read.forEach(Terminal.out()::println);
    Terminal.out().println(report);
  }

  private static String span(Replay replay, ReplaySettings settings) {
    return Plural.of(replay.dates().size(), settings.isDaily() ? "day" : "row")
        + (settings.isDaily() ? " with trades, " : ", ")
        + replay.dates().get(0)
        + " to "
        + replay.dates().get(replay.dates().size() - 1)
        + ", "
        + Plural.of(replay.agents().size(), "agent")
        + ", "
        + settings.costBps()
        + " bps for what is bought or sold.";
  }
}
