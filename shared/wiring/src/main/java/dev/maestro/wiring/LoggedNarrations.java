package dev.maestro.wiring;

import dev.maestro.engine.conduct.narration.NarrationsPort;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.narration.Narration;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.firestore.audit.StoredNarrations;
import dev.maestro.google.log.CloudLog;

/** Narrations beside their records, each with a line in the log; the text is not in it. */
final class LoggedNarrations implements NarrationsPort {
  private static final View<Line> LINE =
      View.<Line>empty()
          .with("event", line -> "narration")
          .with("tenant", Line::tenant)
          .with("record", Line::recordId)
          .all(Narration.VIEW, Line::narration);

  private final NarrationsPort stored;
  private final CloudLog log;

  private record Line(TenantId tenant, String recordId, Narration narration) {}

  LoggedNarrations(CloudParts parts) {
    this.stored = new StoredNarrations(parts.firestore());
    this.log = parts.log();
  }

  @Override
  public void put(TenantId tenant, String recordId, String summary, Narration narration) {
    Line line = new Line(tenant, recordId, narration);
    try {
      stored.put(tenant, recordId, summary, narration);
      log.info("summary by " + LINE.write(line).get("source"), LINE.write(line));
    } catch (UnavailableException later) {
      log.warn("a summary could not be stored: " + later.getMessage(), LINE.write(line));
      throw later;
    }
  }
}
