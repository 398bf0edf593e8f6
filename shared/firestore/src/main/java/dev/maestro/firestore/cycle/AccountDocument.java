package dev.maestro.firestore.cycle;

import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.signal.AccountSnapshot;
import dev.maestro.engine.signal.Position;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code accounts/{id}}: what the broker said, and how the day began. */
public final class AccountDocument {
  private AccountDocument() {}

  /** The fields of a snapshot, as a feeder writes them. */
  public static Map<String, Object> fields(AccountSnapshot snapshot) {
    return Map.of(
        "equity", snapshot.equity(),
        "buying_power", snapshot.buyingPower(),
        "positions", snapshot.positions().stream().map(AccountDocument::position).toList(),
        "as_of", snapshot.asOf());
  }

  /**
   * The fields that a cycle keeps of a day.
   *
   * @param hasBegun true at its first cycle, which sets the flows to none; afterwards they are the
   *     business of whoever reports them
   */
  static Map<String, Object> dayFields(DayEquity day, boolean hasBegun) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("day", day.day());
    fields.put("day_start_equity", day.start());
    fields.put("day_high_equity", day.highest());
    if (hasBegun) {
      fields.put("flows_today", day.flows());
    }
    return fields;
  }

  /**
   * Reads an account.
   *
   * @throws dev.maestro.firestore.store.UnreadableDocumentException naming the field
   */
  public static AccountState read(String accountId, StoredFields document) {
    if (!document.has("positions")) {
      throw document.wrong("positions", "a list, empty if nothing is held", "nothing");
    }
    List<Position> positions = new ArrayList<>();
    for (StoredFields position : document.maps("positions")) {
      BigDecimal quantity = position.decimal("quantity");
      if (quantity.signum() != 0) {
        positions.add(
            new Position(
                position.name("symbol", "a symbol, " + Symbol.RULE, Symbol::of),
                quantity,
                position.decimal("avg_price"),
                owner(position)));
      }
    }
    AccountSnapshot snapshot =
        new AccountSnapshot(
            accountId,
            document.decimal("equity"),
            document.decimal("buying_power"),
            positions,
            document.time("as_of"));
    return new AccountState(snapshot, day(document));
  }

  /** Of whom nobody knows it says so, or nothing; a name that is none could be anybody's. */
  private static Optional<StrategyId> owner(StoredFields position) {
    return position
        .optionalText("strategy")
        .filter(text -> !text.isBlank())
        .map(text -> position.name("strategy", "a strategy id, or blank", StrategyId::of));
  }

  /** A day of which a part is missing would begin anew and forget its losses. */
  private static Optional<DayEquity> day(StoredFields document) {
    boolean isBegun =
        document.has("day") || document.has("day_start_equity") || document.has("day_high_equity");
    return isBegun
        ? Optional.of(
            new DayEquity(
                document.day("day"),
                document.decimal("day_start_equity"),
                document.optionalDecimal("flows_today").orElse(BigDecimal.ZERO),
                document.decimal("day_high_equity")))
        : Optional.empty();
  }

  private static Map<String, Object> position(Position position) {
    return Map.of(
        "symbol", position.symbol().value(),
        "quantity", position.quantity(),
        "avg_price", position.avgPrice(),
        "strategy", position.strategy().map(StrategyId::value).orElse(""));
  }
}
