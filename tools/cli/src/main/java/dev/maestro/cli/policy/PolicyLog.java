package dev.maestro.cli.policy;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainVerifier;
import dev.maestro.engine.name.TenantId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      Map<String, Object> record = JsonText.readObjectWithNulls(text);
      verifier.add(record, "line " + line);
      if (!verifier.faults().isEmpty()) {
        throw new IllegalArgumentException("its chain of hashes is broken");
      }
      if ("cycle".equals(record.get("kind"))) {
        entries.add(entry(record));
      }
    } catch (IllegalArgumentException | DateTimeException damage) {
      throw new CommandFailure(
          (file + " is damaged at line " + line + " (" + damage.getMessage() + ")")
              + ": see './maestro audit', or name another log with --log");
    }
  }

  private static PolicyEntry entry(Map<String, Object> record) {
    return new PolicyEntry(
        Instant.parse(text(record, "timestamp")),
        tenant(record),
        policy(record),
        record.get("risk_mode") instanceof String mode ? Optional.of(mode) : Optional.empty(),
        record.get("risk_reasons") instanceof List<?> reasons
            ? reasons.stream().map(Object::toString).toList()
            : List.of());
  }

  private static TenantId tenant(Map<String, Object> record) {
    return TenantId.of(text(record, "tenant_id"))
        .orElseThrow(() -> new IllegalArgumentException("tenant_id names no tenant"));
  }

  private static Map<String, Object> policy(Map<String, Object> record) {
    if (record.get("policy") instanceof Map<?, ?> policy) {
      Map<String, Object> fields = new LinkedHashMap<>();
      policy.forEach((name, value) -> fields.put(name.toString(), value));
      return fields;
    }
    return Map.of();
  }

  private static String text(Map<String, Object> record, String field) {
    if (record.get(field) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(field + " is missing");
  }
}
