package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.command.CommandCode;
import java.util.List;
import java.util.Optional;

/**
 * What one call of the desk led to.
 *
 * @param granted orders that were taken
 * @param told results that the ledger has booked
 * @param refused what the ledger did not want
 * @param snapshot its answer; empty if none was sent
 */
public record DeskRun(
    int granted, int told, List<Refusal> refused, Optional<CommandCode> snapshot) {
  /** Nothing was to be done. */
  public static final DeskRun NOTHING = new DeskRun(0, 0, List.of(), Optional.empty());

  /** Keeps its own list. */
  public DeskRun {
    refused = List.copyOf(refused);
  }

  /**
   * A claim that was not granted, or a result that the ledger will never book.
   *
   * @param id a nonce, or the id of a close
   * @param isLost true for a result: the next snapshot tells what is held
   */
  public record Refusal(String id, CommandCode code, boolean isLost) {}
}
