package dev.maestro.embedded.journal;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.maestro.embedded.json.JsonValues;
import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** A journal as JSON lines: one object per line, the fields under their stored names. */
final class JsonLinesJournal {
  private JsonLinesJournal() {}

  static void read(InputStream bytes, Instant now, RowSink sink, ReadProgress progress)
      throws IOException {
    LineGate gate = new LineGate(bytes, LineRule.TEXT, progress);
    BufferedReader lines = new BufferedReader(new InputStreamReader(gate, StandardCharsets.UTF_8));
    long line = 0;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      HeldLines.passOn(gate, line + 1, sink);
      if (!text.isBlank()) {
        pass(text, line, now, sink);
      }
    }
    HeldLines.passOn(gate, Long.MAX_VALUE, sink);
  }

  private static void pass(String text, long line, Instant now, RowSink sink) {
    String lineId = CsvRow.lineId(line);
    Optional<RawTrade> row = row(text);
    if (row.isPresent()) {
      sink.accept(TradeReader.read(row.get(), lineId, now), line, row.get());
    } else {
      sink.accept(new TradeReading.Rejected(lineId, RejectReason.BAD_ROW), line);
    }
  }

  private static Optional<RawTrade> row(String text) {
    try {
      return Optional.of(
          RawTrade.of(JsonValues.map(JsonParser.parseString(text).getAsJsonObject())));
    } catch (JsonParseException | IllegalStateException | StackOverflowError unreadable) {
      return Optional.empty();
    }
  }
}
