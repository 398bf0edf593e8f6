package dev.maestro.embedded.journal.fill;

import dev.maestro.embedded.journal.source.JournalFileException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches executions. Its memory is what is open, whatever the length of the file.
 *
 * <p>Per agent, account and symbol what meets a holding of the other side closes it, first in first
 * out, and the rest opens; they come in the order of time, and the file begins with nothing held.
 * Where the export names the position and says what opens and what closes, executions of one
 * position are matched in any order.
 */
public final class FillBook {
  /** Symbols beyond these are matched, but not looked at for a sale that comes first. */
  private static final int MOST_KNOWN = 100_000;

  private final Map<String, OpenParts> open = new HashMap<>();
  private final Map<String, List<Execution>> early = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private Instant last = Instant.MIN;
  private long soldFirst;

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
              + " was executed before the one that was matched before it: the file changed while it"
              + " was read");
    }
    last = execution.at();
    String key =
        execution.agent() + '\n' + execution.origin().account() + '\n' + execution.symbol();
    OpenParts held = open.computeIfAbsent(key, unknown -> new OpenParts());
    Optional<RoundTrip> trip =
        held.sign() == -execution.sign() ? held.close(execution) : Optional.empty();
    BigDecimal closed = trip.map(RoundTrip::quantity).orElse(BigDecimal.ZERO);
    BigDecimal rest = execution.quantity().subtract(closed);
    if (execution.effect() != Execution.Effect.CLOSE && rest.signum() > 0) {
      remember(execution, key);
      BigDecimal fee = OpenParts.share(execution.fee(), closed, execution.quantity());
      held.open(
          execution, rest, execution.fee().subtract(closed.signum() == 0 ? BigDecimal.ZERO : fee));
    }
    if (held.isEmpty()) {
      open.remove(key);
    }
    return trip;
  }

  private void remember(Execution execution, String key) {
    if (known.size() < MOST_KNOWN && known.add(key) && execution.sign() < 0) {
      soldFirst += execution.effect() == Execution.Effect.ANY ? 1 : 0;
    }
  }

  /** Symbols of an agent whose first execution is a sale that nothing in the file explains. */
  public long soldFirst() {
    return soldFirst;
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

  /**
   * Takes an execution that turns a named position: it closes what is held and opens the rest on
   * the other side. Empty if nothing of the other side is held, or less than it has.
   */
  public Optional<RoundTrip> turn(String position, Execution execution) {
    OpenParts held = open.get(position);
    if (held == null
        || held.sign() == execution.sign()
        || held.quantity().compareTo(execution.quantity()) > 0) {
      return Optional.empty();
    }
    BigDecimal closed = held.quantity();
    Optional<RoundTrip> trip = held.close(execution);
    BigDecimal rest = execution.quantity().subtract(closed);
    if (rest.signum() > 0) {
      BigDecimal fee = OpenParts.share(execution.fee(), closed, execution.quantity());
      held.open(execution, rest, execution.fee().subtract(fee));
    } else {
      open.remove(position);
    }
    return trip;
  }

  /**
   * Takes an execution that closes a named position; it waits if not enough of the other side was
   * opened yet.
   */
  public List<RoundTrip> close(String position, Execution execution) {
    OpenParts held = open.get(position);
    if (held == null
        || held.sign() == execution.sign()
        || held.quantity().compareTo(execution.quantity()) < 0) {
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
