package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.LedgerCommand.ShownPosition;
import dev.maestro.engine.claim.account.AccountReport;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an account as a broker shows it: {@code equity}, {@code buying_power}, {@code as_of}, and
 * {@code positions}, a list of {@code symbol}, signed {@code quantity}, {@code avg_price}, {@code
 * multiplier} (1). What cannot be read of it is empty and makes the snapshot invalid, which the
 * ledger has to know: only a time that cannot be read makes no snapshot at all.
 */
public final class AccountBody {
  private static final String EQUITY = "equity";
  private static final String BUYING_POWER = "buying_power";
  private static final String POSITIONS = "positions";
  private static final String MULTIPLIER = "multiplier";
  private static final String STRATEGY = "strategy";
  private static final String FLOWS = "flows_today";
  private static final ShownPosition UNREADABLE =
      new ShownPosition(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Kind<BigDecimal> PRICE =
      Kinds.leaf(
          "a decimal above 0",
          given -> Decimals.read(given).filter(price -> price.signum() > 0),
          price -> price);

  private AccountBody() {}

  /**
   * The snapshot.
   *
   * @throws UnreadableValueException if {@code as_of} cannot be read
   */
  public static LedgerCommand.Snapshot snapshot(Fields body) {
    return new LedgerCommand.Snapshot(
        amount(body, EQUITY),
        amount(body, BUYING_POWER),
        body.get("as_of", Kinds.TIME),
        shown(body));
  }

  /**
   * The account, for the ledger and for everybody who looks: with {@code executor} and {@code
   * flows_today}, deposits less withdrawals of the day, which may be left out.
   *
   * @throws UnreadableValueException if it is no report at all
   */
  public static AccountReport report(Fields body) {
    Optional<String> executor = body.find("executor", Kinds.NAME);
    Optional<BigDecimal> flows = body.find(FLOWS, Kinds.DECIMAL);
    LedgerCommand.Snapshot snapshot = snapshot(body);
    try {
      Written shown = shownFields(body);
      return new AccountReport(
          snapshot,
          executor,
          flows.map(today -> shown.with(FLOWS, today)).orElse(shown),
          Optional.empty());
    } catch (UnreadableValueException fault) {
      return new AccountReport(snapshot, executor, Written.NOTHING, Optional.of(fault));
    }
  }

  /** Exact as they were sent; what makes the snapshot invalid is not shown. */
  private static Written shownFields(Fields body) {
    Written shown =
        Written.of(EQUITY, body.get(EQUITY, Kinds.DECIMAL))
            .with(BUYING_POWER, body.get(BUYING_POWER, Kinds.DECIMAL));
    return body.has(POSITIONS)
        ? shown.with(
            POSITIONS, body.list(POSITIONS).stream().map(AccountBody::shownPosition).toList())
        : shown;
  }

  private static Written shownPosition(Fields row) {
    Written shown =
        Written.of("symbol", row.get("symbol", Kinds.SYMBOL))
            .with("quantity", row.get("quantity", Kinds.DECIMAL))
            .with("avg_price", row.get("avg_price", PRICE))
            .with(MULTIPLIER, row.get(MULTIPLIER, PRICE, BigDecimal.ONE));
    return row.reading(STRATEGY, Kinds.STRATEGY)
        .value()
        .map(strategy -> shown.with(STRATEGY, strategy))
        .orElse(shown);
  }

  /** What a broker states more precisely than money is kept is rounded down. */
  private static Optional<Money> amount(Fields body, String name) {
    return body.reading(name, Kinds.DECIMAL)
        .value()
        .map(amount -> new Money(amount.setScale(Money.PLACES, RoundingMode.FLOOR)));
  }

  /** Empty if nothing is to be compared: a list that is empty is another thing. */
  private static Optional<List<ShownPosition>> shown(Fields body) {
    if (!body.has(POSITIONS)) {
      return Optional.empty();
    }
    boolean isListOfMaps = body.raw(POSITIONS).filter(AccountBody::isListOfMaps).isPresent();
    if (!isListOfMaps) {
      return Optional.of(List.of(UNREADABLE));
    }
    List<ShownPosition> shown = new ArrayList<>();
    body.list(POSITIONS).forEach(row -> shown.add(position(row)));
    return Optional.of(shown);
  }

  private static boolean isListOfMaps(Object given) {
    return given instanceof List<?> list && list.stream().allMatch(row -> row instanceof Map<?, ?>);
  }

  /** Whose it is the ledger knows itself; the name is asked for because it is a known one. */
  private static ShownPosition position(Fields row) {
    row.raw(STRATEGY);
    Optional<BigDecimal> multiplier =
        row.has(MULTIPLIER) ? row.reading(MULTIPLIER, PRICE).value() : Optional.of(BigDecimal.ONE);
    Optional<BigDecimal> price = row.reading("avg_price", Kinds.DECIMAL).value();
    return new ShownPosition(
        row.reading("symbol", Kinds.SYMBOL).value(),
        row.reading("quantity", Kinds.DECIMAL).value(),
        multiplier.flatMap(times -> price.map(times::multiply)));
  }
}
