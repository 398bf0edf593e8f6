package dev.maestro.cli.cycle;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.audit.DecisionLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./maestro audit LOG|--tenant T}: verifies a chain of records, saved or stored. */
@Command(
    name = "audit",
    description =
        "Verifies a log of decision records: a file (one JSON object per line, oldest first), or"
            + " with --tenant what is stored of a tenant, up to the stored head.",
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "LOG", description = "The log.")
  private Optional<Path> log = Optional.empty();

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Verify the stored decisions of this tenant instead of a file.")
  private Optional<String> tenant = Optional.empty();

  @Option(
      names = "--head",
      paramLabel = "SEQ:HASH",
      description = "The stored head of the chain: only it tells of records missing at the end.")
  private Optional<String> head = Optional.empty();

  @Override
  public Integer call() {
    if (log.isPresent() == tenant.isPresent()) {
      throw new UsageException("audit needs either a LOG or --tenant TENANT");
    }
    ChainVerifier verifier =
        tenant
            .map(TenantOption::id)
            .map(this::readStored)
            .orElseGet(() -> new ChainVerifier(ChainHead.EMPTY));
    log.ifPresent(file -> readFile(file, verifier));
    head.map(AuditCommand::parseHead).ifPresent(verifier::endsAt);
    verifier.faults().forEach(Terminal::error);
    if (!verifier.faults().isEmpty()) {
      return 1;
    }
    Terminal.out().println(verifier.records() + " records, the chain is whole.");
    return 0;
  }

  private static void readFile(Path file, ChainVerifier verifier) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long line = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        if (verifier.records() == 0 && text.stripLeading().startsWith("[")) {
          throw new CommandFailure(
              file + " is a JSON array: write one record per line, as jq -c '.[]' does");
        }
        if (!text.isBlank()) {
          verifier.add(record(text, line), "line " + line);
        }
      }
      if (verifier.records() == 0) {
        throw new CommandFailure(file + " is empty: a log has one record per line");
      }
    } catch (IOException unreadable) {
      throw new CommandFailure(file + " cannot be read: name a log of JSON lines in UTF-8");
    }
  }

  /**
   * Both ends are read first: a cycle that ends meanwhile is none that is missing. The chain begins
   * behind what was removed for its age.
   */
  private ChainVerifier readStored(TenantId id) {
    return cloud.with(
        firestore -> {
          DecisionLog stored = new DecisionLog(firestore);
          ChainHead end = stored.head(id);
          ChainHead start = stored.start(id);
          ChainVerifier verifier = new ChainVerifier(start);
          stored.forEachCycle(
              id,
              (name, record) -> {
                if (start.seq() + verifier.records() < end.seq()) {
                  verifier.add(record, name);
                }
              });
          verifier.endsAt(end);
          if (start.seq() > 0) {
            Terminal.out()
                .println("It begins behind seq " + start.seq() + ": older ones were removed.");
          }
          return verifier;
        });
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
