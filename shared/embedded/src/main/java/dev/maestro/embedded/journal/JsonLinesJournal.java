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
import java.util.Map;

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
        sink.accept(reading(text, CsvRow.lineId(line), now), line);
      }
    }
    HeldLines.passOn(gate, Long.MAX_VALUE, sink);
  }

  private static TradeReading reading(String text, String lineId, Instant now) {
    try {
      Map<String, Object> values = JsonValues.map(JsonParser.parseString(text).getAsJsonObject());
      return TradeReader.read(RawTrade.of(values), lineId, now);
    } catch (JsonParseException | IllegalStateException | StackOverflowError unreadable) {
      return new TradeReading.Rejected(lineId, RejectReason.BAD_ROW);
    }
  }
}
