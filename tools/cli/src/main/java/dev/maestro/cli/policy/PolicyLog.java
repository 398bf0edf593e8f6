package dev.maestro.cli.policy;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The policies in a log of decision records; a log that cannot be trusted says nothing. */
final class PolicyLog {
  private final Path file;
  private final ChainVerifier verifier = new ChainVerifier(ChainHead.EMPTY);
  private final List<PolicyEntry> entries = new ArrayList<>();

  private PolicyLog(Path file) {
    this.file = file;
  }

  /**
   * Reads a log, one JSON object per line, oldest first.
   *
   * @return at least one entry, oldest first
   * @throws CommandFailure in one sentence if it is missing, empty or damaged
   */
  static List<PolicyEntry> read(Path file) {
    PolicyLog log = new PolicyLog(file);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long line = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        log.add(text, line);
      }
    } catch (IOException unreadable) {
      throw new CommandFailure(
          file + " cannot be read: run './maestro demo' first, or name a log with --log");
    }
    if (log.entries.isEmpty()) {
      throw new CommandFailure(file + " holds no decision: name another log with --log");
    }
    return log.entries;
  }

  private void add(String text, long line) {
    try {
      Map<String, Object> fields = JsonText.readObjectWithNulls(text);
      verifier.add(fields, "line " + line);
      Fields record = Fields.of("", fields);
      if (!verifier.faults().isEmpty()) {
        throw new IllegalArgumentException("its chain of hashes is broken");
      }
      if (record.raw("kind").filter("cycle"::equals).isPresent()) {
        entries.add(entry(record));
      }
    } catch (IllegalArgumentException damage) {
      throw new CommandFailure(
          (file + " is damaged at line " + line + " (" + damage.getMessage() + ")")
              + ": see './maestro audit', or name another log with --log");
    }
  }

  private static PolicyEntry entry(Fields record) {
    return new PolicyEntry(
        record.get("timestamp", Kinds.TIME),
        record.get("tenant_id", Kinds.NAME),
        record.fields("policy"),
        record.find("risk_mode", Kinds.TEXT),
        record.get("risk_reasons", Kinds.list(Kinds.TEXT), List.of()));
  }
}
