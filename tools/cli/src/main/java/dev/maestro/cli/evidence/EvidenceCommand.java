package dev.maestro.cli.evidence;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.TenantChoice;
import dev.maestro.cli.journal.JournalEvidenceConfig;
import dev.maestro.cli.journal.JournalOptions;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceFiguresForm;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.record.TradeEvidenceForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.weights.WeightsConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro evidence --journal FILE | --tenant T}. */
@Command(
    name = "evidence",
    description =
        "What the record of every agent and strategy proves, and how long until it could be told.",
    mixinStandardHelpOptions = true)
public final class EvidenceCommand implements Callable<Integer> {
  private static final View<EvidenceLine> LINE =
      View.<EvidenceLine>empty()
          .with("agent", line -> line.agent().value())
          .with("strategy", line -> line.strategy().value())
          .with("trades", EvidenceLine::trades)
          .with("record", line -> line.record().map(TradeEvidenceForm.VIEW::written))
          .with(
              "evidence",
              line ->
                  line.opinion()
                      .map(EvidenceOpinion::figures)
                      .map(figures -> EvidenceFiguresForm.FORM.write(figures)))
          .with("reasoning", line -> line.opinion().map(EvidenceOpinion::reasoning))
          .with("strip", line -> line.opinion().map(EvidenceOpinion::strip))
          .with("more_days", EvidenceLine::moreDays);

  @Option(names = "--journal", paramLabel = "FILE", description = "A journal of closed trades.")
  private Optional<Path> journal = Optional.empty();

  @Mixin private TenantChoice tenant = new TenantChoice();

  @Mixin private JournalOptions reading = new JournalOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "With --journal: settings of the evidence as one JSON object, e.g. {\"agents_tried\":"
              + " 200}, or with its section as for tenant config.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--capital",
      paramLabel = "DOLLARS",
      description = "With --journal: what a day's P&L is divided by (default: 10000).")
  private Optional<BigDecimal> capital = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write evidence.html, with a picture of each strategy, to this folder.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Override
  public Integer call() {
    if (journal.isPresent() == tenant.isGiven()) {
      throw new UsageException("name either a file with --journal or a tenant with --tenant");
    }
    if (tenant.isGiven() && (config.isPresent() || capital.isPresent())) {
      throw new UsageException("--config and --capital are of a file; a tenant has its own");
    }
    Instant now = Instant.now();
    if (journal.isEmpty()) {
      print(
          tenant.with((firestore, id) -> new TenantEvidence(firestore, id, now).lines()),
          List.of());
      return 0;
    }
    JournalEvidence.Read read = ofFile(journal.get(), now);
    print(read.lines(), read.screen().lines());
    read.screen().warnings().forEach(Terminal::error);
    return 0;
  }

  private JournalEvidence.Read ofFile(Path path, Instant now) {
    BigDecimal base = capital.orElse(new BigDecimal("10000"));
    if (base.signum() <= 0) {
      throw new UsageException("--capital must be above 0, got " + base);
    }
    EvidenceConfig settings =
        JournalEvidenceConfig.of(config.map(JsonText::readFile).orElse(Fields.EMPTY));
    JournalFile file = reading.open(path);
    return new JournalEvidence(settings, base, WeightsConfig.DEFAULTS.sharpeRules())
        .read(path, file, now);
  }

  private void print(List<EvidenceLine> lines, List<String> read) {
    Optional<Path> page = out.map(folder -> EvidencePage.write(lines, folder));
    if (json) {
      Terminal.out()
          .println(
              JsonText.write(Written.of("evidence", lines.stream().map(LINE::written).toList())));
      return;
    }
    EvidenceTable.lines(lines).forEach(Terminal.out()::println);
    if (!read.isEmpty()) {
      Terminal.out().println();
    }
    read.forEach(Terminal.out()::println);
    page.ifPresent(file -> Terminal.out().println("Report: " + file));
  }
}
