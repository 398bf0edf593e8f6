package dev.maestro.engine.journal;

import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StoredName;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Turns a raw row into a usable trade, an open one, or a rejection with the first reason. */
public final class TradeReader {
  /** A trade may be closed this much later than now: clocks differ. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** The range that a stored timestamp has. */
  private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private TradeReader() {}

  /** When a row says it was closed; empty if it is open, or says what is no time. */
  public static Optional<Instant> closedAt(RawTrade row) {
    return row.field(TradeField.CLOSED_AT).flatMap(TradeReader::time);
  }

  /**
   * What a rejected row says all the same: that a trade lost. It has no return, so no weight knows
   * it.
   *
   * @param realizedPnl below 0, in account currency
   */
  public record Loss(Instant closedAt, BigDecimal realizedPnl) {}

  /**
   * Reads one row.
   *
   * @param fallbackId stands in where the row has no trade_id
   * @param now the time against which a close in the future is judged
   */
  public static TradeReading read(RawTrade row, String fallbackId, Instant now) {
    String tradeId =
        row.field(TradeField.TRADE_ID).flatMap(id -> name(id.toString())).orElse(fallbackId);
    Optional<Object> closedAt = row.field(TradeField.CLOSED_AT);
    if (closedAt.isEmpty()) {
      return new TradeReading.Open(tradeId);
    }
    Optional<AgentId> agent = row.field(TradeField.AGENT_ID).flatMap(TradeReader::agent);
    if (agent.isEmpty()) {
      return rejected(tradeId, RejectReason.MISSING_AGENT);
    }
    Optional<Instant> time = closedAt(row);
    if (time.isEmpty()) {
      return rejected(tradeId, RejectReason.BAD_TIME_CLOSED_AT);
    }
    return readNumbers(row, tradeId, agent.get(), time.get(), now);
  }

  /**
   * The loss in a row that {@link #read} rejects: it counts against its tenant as it would in a
   * usable row, because a missing quantity makes no loss undone. Empty if the row is no closed
   * trade, if its P&amp;L or its time cannot be read, and for a win: nothing unusable counts in
   * favour.
   */
  public static Optional<Loss> loss(RawTrade row, Instant now) {
    Optional<Instant> closedAt =
        closedAt(row).filter(time -> !time.isAfter(now.plus(CLOCK_TOLERANCE)));
    return row.field(TradeField.REALIZED_PNL)
        .flatMap(Decimals::read)
        .filter(pnl -> pnl.signum() < 0)
        .flatMap(pnl -> closedAt.map(time -> new Loss(time, pnl)));
  }

  /**
   * Reads the document of a trade. The weight of an agent is stored as a field of its name, so a
   * name that no field can have is none.
   */
  public static TradeReading readStored(RawTrade document, String documentId, Instant now) {
    TradeReading reading = read(document, documentId, now);
    boolean isUnstorable =
        document
            .field(TradeField.AGENT_ID)
            .flatMap(TradeReader::name)
            .filter(name -> !StoredName.isOfField(name))
            .isPresent();
    return isUnstorable && !(reading instanceof TradeReading.Open)
        ? rejected(documentId, RejectReason.MISSING_AGENT)
        : reading;
  }

  private static TradeReading readNumbers(
      RawTrade row, String tradeId, AgentId agentId, Instant closedAt, Instant now) {
    Optional<BigDecimal> pnl = row.field(TradeField.REALIZED_PNL).flatMap(Decimals::read);
    if (pnl.isEmpty()) {
      return rejected(tradeId, RejectReason.BAD_NUMBER_REALIZED_PNL);
    }
    Optional<BigDecimal> price = row.field(TradeField.ENTRY_PRICE).flatMap(Decimals::read);
    if (price.isEmpty()) {
      return rejected(tradeId, RejectReason.BAD_NUMBER_ENTRY_PRICE);
    }
    Optional<BigDecimal> quantity = row.field(TradeField.QUANTITY).flatMap(Decimals::read);
    if (quantity.isEmpty()) {
      return rejected(tradeId, RejectReason.BAD_NUMBER_QUANTITY);
    }
    Optional<Object> given = row.field(TradeField.MULTIPLIER);
    Optional<BigDecimal> multiplier =
        given.isEmpty() ? Optional.of(BigDecimal.ONE) : Decimals.read(given.get());
    if (multiplier.isEmpty()) {
      return rejected(tradeId, RejectReason.BAD_NUMBER_MULTIPLIER);
    }
    if (price.get().signum() <= 0
        || multiplier.get().signum() <= 0
        || quantity.get().signum() == 0) {
      return rejected(tradeId, RejectReason.ZERO_CAPITAL);
    }
    if (closedAt.isAfter(now) && closedAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
      return rejected(tradeId, RejectReason.CLOSED_IN_FUTURE);
    }
    return new TradeReading.Usable(
        new Trade(
            tradeId, agentId, closedAt, pnl.get(), price.get(), quantity.get(), multiplier.get()));
  }

  private static TradeReading rejected(String tradeId, RejectReason reason) {
    return new TradeReading.Rejected(tradeId, reason);
  }

  /** Text that is not blank, trimmed; anything else is no name. */
  private static Optional<String> name(Object value) {
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    String name = text.strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static Optional<AgentId> agent(Object value) {
    return name(value).map(AgentId::new);
  }

  private static Optional<Instant> time(Object value) {
    if (value instanceof Instant instant) {
      return storable(instant);
    }
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    try {
      return storable(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> storable(Instant time) {
    boolean inside = !time.isBefore(FIRST_TIME) && !time.isAfter(LAST_TIME);
    return inside ? Optional.of(time) : Optional.empty();
  }
}
