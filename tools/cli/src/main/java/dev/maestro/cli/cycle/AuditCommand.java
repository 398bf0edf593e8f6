package dev.maestro.cli.cycle;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro audit LOG}: verifies a chain of records offline. */
@Command(
    name = "audit",
    description = "Verifies a log of decision records (one JSON object per line, oldest first).",
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LOG", description = "The log.")
  private Path log = Path.of("");

  @Option(
      names = "--head",
      paramLabel = "SEQ:HASH",
      description = "The stored head of the chain: only it tells of records missing at the end.")
  private Optional<String> head = Optional.empty();

  @Override
  public Integer call() {
    ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      long line = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        verifier.add(record(text, line), "line " + line);
      }
    } catch (IOException unreadable) {
      throw new CommandFailure(log + " cannot be read: name a log of JSON lines in UTF-8");
    }
    head.map(AuditCommand::parseHead).ifPresent(verifier::endsAt);
    verifier.faults().forEach(Terminal::error);
    if (!verifier.faults().isEmpty()) {
      return 1;
    }
    Terminal.out().println(verifier.records() + " records, the chain is whole.");
    return 0;
  }

  /** A line that is no object is a record without content: every check of it fails, by name. */
  private static Map<String, Object> record(String text, long line) {
    try {
      return JsonText.readObjectWithNulls(text);
    } catch (IllegalArgumentException malformed) {
      Terminal.error("line " + line + " is not a JSON object");
      return Map.of();
    }
  }

  private static ChainHead parseHead(String text) {
    String[] parts = text.split(":", 2);
    try {
      return new ChainHead(Long.parseLong(parts[0]), parts[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
      throw new UsageException("--head must be SEQ:HASH, got " + text);
    }
  }
}
