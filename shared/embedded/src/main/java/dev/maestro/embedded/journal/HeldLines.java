package dev.maestro.embedded.journal;

import dev.maestro.engine.journal.TradeReading;
import java.util.Optional;

/** Brings the lines that a gate held back to the sink, as rejections in their place. */
final class HeldLines {
  private HeldLines() {}

  static void passOn(LineGate gate, long beforeLine, RowSink sink) {
    for (Optional<LineGate.HeldLine> held = gate.nextHeldBefore(beforeLine);
        held.isPresent();
        held = gate.nextHeldBefore(beforeLine)) {
      long line = held.get().line();
      sink.accept(new TradeReading.Rejected(CsvRow.lineId(line), held.get().reason()), line);
    }
  }
}
