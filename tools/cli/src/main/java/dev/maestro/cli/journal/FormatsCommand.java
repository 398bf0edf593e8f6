package dev.maestro.cli.journal;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.engine.form.Written;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./maestro formats}. */
@Command(
    name = "formats",
    description = "The journal exports that are known, and how each is recognised.",
    mixinStandardHelpOptions = true)
public final class FormatsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object per format.")
  private boolean json;

  @Override
  public Integer call() {
    for (ExportFormat format : KnownFormats.all()) {
      Terminal.out().println(json ? JsonText.write(written(format)) : line(format));
    }
    return 0;
  }

  private static String line(ExportFormat format) {
    return String.format(
        Locale.ROOT,
        "%-20s %s%s",
        format.name(),
        format.title(),
        format.fills().isPresent() ? " [executions, matched to trades]" : "");
  }

  private static Written written(ExportFormat format) {
    List<String> signature = format.signature().stream().map(column -> column.name()).toList();
    return Written.of("name", format.name())
        .with("title", format.title())
        .with("rows", format.fills().isPresent() ? "fills" : "trades")
        .with("signature", signature)
        .with("multiplier", format.multiplier().words())
        .with("costs", format.costNote())
        .with("source", format.source());
  }
}
