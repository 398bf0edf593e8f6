package dev.maestro.engine.journal;

import java.util.OptionalLong;

/**
 * One unusable row.
 *
 * @param line its line in the file, counted from 1; empty for a document
 */
public record Rejection(String tradeId, RejectReason reason, OptionalLong line) {
  /** The rejection of a stored document. */
  public static Rejection ofDocument(String tradeId, RejectReason reason) {
    return new Rejection(tradeId, reason, OptionalLong.empty());
  }

  /** The rejection of a line of a file. */
  public static Rejection ofLine(String tradeId, RejectReason reason, long line) {
    return new Rejection(tradeId, reason, OptionalLong.of(line));
  }
}
