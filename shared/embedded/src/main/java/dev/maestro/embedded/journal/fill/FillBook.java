package dev.maestro.embedded.journal.fill;

import dev.maestro.embedded.journal.source.JournalFileException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches executions. Its memory is what is open, whatever the length of the file.
 *
 * <p>Per agent and symbol what meets a holding of the other side closes it, first in first out, and
 * the rest opens; the file has to be in the order of time and to begin with nothing held. Where the
 * export names the position and says what opens and what closes, executions of one position are
 * matched in any order.
 */
public final class FillBook {
  private final Map<String, OpenParts> open = new HashMap<>();
  private final Map<String, List<Execution>> early = new HashMap<>();
  private Instant last = Instant.MIN;

  /**
   * Takes an execution that goes by agent and symbol.
   *
   * @throws JournalFileException if it is earlier than the one before it
   */
  public Optional<RoundTrip> add(Execution execution) {
    if (execution.at().isBefore(last)) {
      throw new JournalFileException(
          "line "
              + execution.line()
              + " was executed before the line above it: executions are matched first in first out,"
              + " so sort the file by time, oldest first");
    }
    last = execution.at();
    String key = execution.agent() + '\n' + execution.symbol();
    OpenParts held = open.computeIfAbsent(key, unknown -> new OpenParts());
    Optional<RoundTrip> trip =
        held.sign() == -execution.sign() ? held.close(execution) : Optional.empty();
    BigDecimal closed = trip.map(RoundTrip::quantity).orElse(BigDecimal.ZERO);
    BigDecimal rest = execution.quantity().subtract(closed);
    if (rest.signum() > 0) {
      BigDecimal fee = OpenParts.share(execution.fee(), closed, execution.quantity());
      held.open(
          execution, rest, execution.fee().subtract(closed.signum() == 0 ? BigDecimal.ZERO : fee));
    }
    if (held.isEmpty()) {
      open.remove(key);
    }
    return trip;
  }

  /** Takes an execution that opens a named position; what came too early is closed now. */
  public List<RoundTrip> open(String position, Execution execution) {
    open.computeIfAbsent(position, unknown -> new OpenParts())
        .open(execution, execution.quantity(), execution.fee());
    List<RoundTrip> trips = new ArrayList<>();
    List<Execution> waiting = early.getOrDefault(position, List.of());
    early.remove(position);
    for (Execution close : waiting) {
      trips.addAll(close(position, close));
    }
    return trips;
  }

  /** Takes an execution that closes a named position; it waits if not enough was opened yet. */
  public List<RoundTrip> close(String position, Execution execution) {
    OpenParts held = open.get(position);
    if (held == null || held.quantity().compareTo(execution.quantity()) < 0) {
      early.computeIfAbsent(position, unknown -> new ArrayList<>()).add(execution);
      return List.of();
    }
    List<RoundTrip> trips = held.close(execution).stream().toList();
    if (held.isEmpty()) {
      open.remove(position);
    }
    return trips;
  }

  /** Positions that are open. */
  public int positions() {
    return open.size();
  }

  /** Executions that close what the file does not open. */
  public List<Execution> unmatched() {
    return early.values().stream().flatMap(List::stream).toList();
  }
}
