package dev.maestro.embedded.journal.json;

import com.google.gson.JsonObject;
import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.row.RowTaker;
import dev.maestro.embedded.journal.source.JournalSource;
import dev.maestro.embedded.journal.source.LineGate;
import dev.maestro.embedded.journal.source.LineRule;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.journal.RejectReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A journal as JSON: one object per line, or a list in one document. */
public final class JsonJournal {
  private final RowTaker intake;
  private final JsonRow row;
  private long number;

  /** The objects of a file. */
  public JsonJournal(ColumnPlan plan, RowTaker intake, boolean keepsText) {
    this.intake = intake;
    this.row = new JsonRow(plan, keepsText);
  }

  /** Reads one object per line; the line of a row is its own. */
  public void readLines(JournalSource source, ReadProgress progress) throws IOException {
    LineGate gate = new LineGate(source.stream(), LineRule.TEXT, progress);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(gate, StandardCharsets.UTF_8))) {
      long line = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        passHeld(gate, line + 1);
        if (row.takeFlat(text)) {
          intake.row(row, line);
        } else if (!text.isBlank()) {
          pass(JsonHead.object(text), Map.of(), line);
        }
      }
      passHeld(gate, Long.MAX_VALUE);
    }
  }

  /** Reads a document; the line of a row is its number in the list, counted from 1. */
  public void readDocument(JournalSource source) throws IOException {
    JsonDocument.read(
        source,
        (object, around) -> {
          number++;
          pass(Optional.of(object), around, number);
          return true;
        });
  }

  private void pass(Optional<JsonObject> object, Map<String, Object> around, long line) {
    String fault = object.map(values -> row.take(values, around)).orElse("no JSON object");
    if (fault.isEmpty()) {
      intake.row(row, line);
    } else {
      intake.broken(line, RejectReason.BAD_ROW, fault);
    }
  }

  private void passHeld(LineGate gate, long before) {
    for (Optional<LineGate.HeldLine> held = gate.nextHeldBefore(before);
        held.isPresent();
        held = gate.nextHeldBefore(before)) {
      intake.broken(held.get().line(), held.get().reason(), "");
    }
  }
}
