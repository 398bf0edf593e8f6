package dev.maestro.embedded.journal.row;

import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.fill.Execution;
import dev.maestro.embedded.journal.fill.Execution.Effect;
import dev.maestro.embedded.journal.fill.FillBook;
import dev.maestro.embedded.journal.fill.FillOrder;
import dev.maestro.embedded.journal.fill.RoundTrip;
import dev.maestro.embedded.journal.fill.SortedFills;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.engine.journal.RejectReason;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads the rows of an export of executions and gives the trades that they make. */
final class FillIntake implements AutoCloseable {
  /** What a row of executions is. */
  sealed interface Taken {
    /**
     * An execution, with the trades that it completes.
     *
     * @param line of the execution
     * @param beyond what it closes of which the file opens nothing, 0 or more
     */
    record Trades(List<RoundTrip> trips, long line, BigDecimal beyond) implements Taken {}

    /** What cannot be used. */
    record Refused(RejectReason reason, String found) implements Taken {}
  }

  /** What each field of an execution has to be, in the order in which it is said. */
  private static final Map<TradeField, Predicate<JournalRow>> FAULTS = checks();

  private static final Map<TradeField, RejectReason> REASONS =
      Map.of(
          TradeField.AGENT_ID, RejectReason.MISSING_AGENT,
          TradeField.CLOSED_AT, RejectReason.BAD_TIME_CLOSED_AT,
          TradeField.ENTRY_PRICE, RejectReason.BAD_NUMBER_ENTRY_PRICE,
          TradeField.QUANTITY, RejectReason.BAD_NUMBER_QUANTITY,
          TradeField.MULTIPLIER, RejectReason.BAD_NUMBER_MULTIPLIER);

  private final ColumnPlan plan;
  private final FillBook book = new FillBook();
  private final Optional<SortedFills> sorted;

  /**
   * Takes the rows of one reading.
   *
   * @param order in which they stand; executions of named positions are matched in any
   */
  FillIntake(ColumnPlan plan, FillOrder order) {
    this.plan = plan;
    this.sorted =
        plan.hasGroups() || order == FillOrder.OLDEST_FIRST
            ? Optional.empty()
            : Optional.of(new SortedFills(order));
  }

  private static Map<TradeField, Predicate<JournalRow>> checks() {
    Map<TradeField, Predicate<JournalRow>> checks = new LinkedHashMap<>();
    checks.put(TradeField.AGENT_ID, row -> !text(row, TradeField.AGENT_ID).isEmpty());
    checks.put(
        TradeField.CLOSED_AT,
        row -> row.field(TradeField.CLOSED_AT).filter(Instant.class::isInstance).isPresent());
    checks.put(TradeField.ENTRY_PRICE, row -> isAbove0(row, TradeField.ENTRY_PRICE));
    checks.put(
        TradeField.QUANTITY,
        row -> number(row, TradeField.QUANTITY).filter(size -> size.signum() != 0).isPresent());
    checks.put(
        TradeField.MULTIPLIER,
        row -> row.field(TradeField.MULTIPLIER).isEmpty() || isAbove0(row, TradeField.MULTIPLIER));
    return checks;
  }

  /** An option that expires is closed at 0: without it those that gained would stay alone. */
  private boolean isWorthless(JournalRow row) {
    return effect(row) == Effect.CLOSE
        && number(row, TradeField.ENTRY_PRICE).filter(price -> price.signum() == 0).isPresent();
  }

  private static boolean isAbove0(JournalRow row, TradeField field) {
    return number(row, field).filter(number -> number.signum() > 0).isPresent();
  }

  FillBook book() {
    return book;
  }

  /** Takes a row, or says the first reason for which it cannot be used. */
  Taken take(JournalRow row, long line) {
    for (Map.Entry<TradeField, Predicate<JournalRow>> check : FAULTS.entrySet()) {
      TradeField field = check.getKey();
      if (!check.getValue().test(row) && (field != TradeField.ENTRY_PRICE || !isWorthless(row))) {
        return refused(REASONS.getOrDefault(field, RejectReason.BAD_ROW), row, field);
      }
    }
    return execution(row, line);
  }

  private Taken execution(JournalRow row, long line) {
    BigDecimal quantity = number(row, TradeField.QUANTITY).orElseThrow();
    BigDecimal price = number(row, TradeField.ENTRY_PRICE).orElseThrow();
    BigDecimal multiplier = number(row, TradeField.MULTIPLIER).orElse(BigDecimal.ONE);
    BigDecimal units = quantity.abs();
    Object fee = plan.costs(row.cells(), units.multiply(price).multiply(multiplier));
    if (!(fee instanceof BigDecimal cost)) {
      return new Taken.Refused(RejectReason.BAD_NUMBER_REALIZED_PNL, fee.toString());
    }
    Effect effect = effect(row);
    boolean isClose = effect == Effect.CLOSE;
    boolean isTurn = effect == Effect.ANY && plan.hasGroups();
    Optional<BigDecimal> pnl =
        number(row, TradeField.REALIZED_PNL).filter(gain -> isClose || isTurn);
    if (isClose && pnl.isEmpty() && row.field(TradeField.REALIZED_PNL).isPresent()) {
      return refused(RejectReason.BAD_NUMBER_REALIZED_PNL, row, TradeField.REALIZED_PNL);
    }
    Optional<Meaning> side = plan.side(row.cells()).filter(said -> said != Meaning.TRADE);
    if (side.isPresent() && side.get() == Meaning.LONG && quantity.signum() < 0) {
      return refused(RejectReason.BAD_NUMBER_QUANTITY, row, TradeField.QUANTITY);
    }
    int sign = side.map(said -> said == Meaning.SHORT ? -1 : 1).orElse(quantity.signum());
    Instant at = (Instant) row.field(TradeField.CLOSED_AT).orElseThrow();
    Execution execution =
        new Execution(origin(row, line), at, sign, effect, units, price, multiplier, cost, pnl);
    if (sorted.isPresent()) {
      sorted.get().add(execution);
      return new Taken.Trades(List.of(), line, BigDecimal.ZERO);
    }
    return plan.hasGroups() ? inGroup(row, execution) : matched(execution);
  }

  private Effect effect(JournalRow row) {
    return plan.effect(row.cells())
        .map(
            said ->
                said == Meaning.TRADE
                    ? Effect.CLOSE
                    : said == Meaning.OPEN ? Effect.OPEN : Effect.ANY)
        .orElse(Effect.ANY);
  }

  private Taken matched(Execution execution) {
    Optional<RoundTrip> trip = book.add(execution);
    BigDecimal closed = trip.map(RoundTrip::quantity).orElse(BigDecimal.ZERO);
    BigDecimal beyond =
        execution.effect() == Effect.CLOSE
            ? execution.quantity().subtract(closed)
            : BigDecimal.ZERO;
    return new Taken.Trades(trip.stream().toList(), execution.line(), beyond);
  }

  /** All rows were taken: what had to be sorted is matched now. */
  void end(Consumer<Taken> sink) {
    sorted.ifPresent(fills -> fills.forEach(execution -> sink.accept(matched(execution))));
  }

  @Override
  public void close() {
    sorted.ifPresent(SortedFills::close);
  }

  private Execution.Origin origin(JournalRow row, long line) {
    return new Execution.Origin(
        text(row, TradeField.TRADE_ID),
        line,
        text(row, TradeField.AGENT_ID),
        plan.account(row.cells()).strip(),
        row.symbol(),
        row.text());
  }

  private static String text(JournalRow row, TradeField field) {
    return row.field(field).map(Object::toString).map(String::strip).orElse("");
  }

  private Taken inGroup(JournalRow row, Execution execution) {
    String position = plan.group(row.cells()).map(Object::toString).orElse("");
    if (execution.effect() == Effect.ANY) {
      Optional<RoundTrip> turned = book.turn(position, execution);
      return turned.isPresent()
          ? new Taken.Trades(turned.stream().toList(), execution.line(), BigDecimal.ZERO)
          : new Taken.Refused(
              RejectReason.BAD_STATUS,
              "it turns position "
                  + position
                  + ", of which the file opens nothing on the other side before it");
    }
    List<RoundTrip> trips =
        execution.effect() == Effect.CLOSE
            ? book.close(position, execution)
            : book.open(position, execution);
    return new Taken.Trades(trips, execution.line(), BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> number(JournalRow row, TradeField field) {
    return row.field(field).flatMap(Decimals::read);
  }

  private static Taken refused(RejectReason reason, JournalRow row, TradeField field) {
    return new Taken.Refused(reason, row.found(field));
  }
}
