package dev.maestro.engine.journal;

import java.util.OptionalLong;

/**
 * One unusable row.
 *
 * @param line its line in the file, counted from 1; empty for a document
 * @param found the column and the value that cannot be used, as they stand in the file; blank for a
 *     document
 */
public record Rejection(String tradeId, RejectReason reason, OptionalLong line, String found) {
  /** The rejection of a stored document. */
  public static Rejection ofDocument(String tradeId, RejectReason reason) {
    return new Rejection(tradeId, reason, OptionalLong.empty(), "");
  }

  /** True for a line of a file that has no trade id: no later line can be of the same trade. */
  public boolean isNameless() {
    return line.isPresent() && tradeId.equals("line:" + line.getAsLong());
  }

  /** The rejection of a line of a file. */
  public static Rejection ofLine(String tradeId, RejectReason reason, long line) {
    return new Rejection(tradeId, reason, OptionalLong.of(line), "");
  }

  /** The rejection of a line of a file, as it was read. */
  public static Rejection ofLine(TradeReading.Rejected rejected, long line) {
    return new Rejection(
        rejected.tradeId(), rejected.reason(), OptionalLong.of(line), rejected.found());
  }
}
