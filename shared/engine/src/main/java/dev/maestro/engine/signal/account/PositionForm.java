package dev.maestro.engine.signal.account;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How a position is written and read; whoever feeds accounts may write more beside it. */
public final class PositionForm {
  /** Stands where nobody knows a name; it is none itself. */
  private static final String NAMELESS = "?";

  /** Of a contract, in units of its price; part of what one unit cost. */
  private static final String MULTIPLIER = "multiplier";

  private static final Field<Position, Optional<Symbol>> SYMBOL =
      Field.required(
          "symbol",
          Kinds.NAME.as(Symbol::of, known -> known.map(Symbol::value).orElse(NAMELESS)),
          Position::symbol);
  private static final Field<Position, BigDecimal> QUANTITY =
      Field.required("quantity", Kinds.DECIMAL, Position::quantity);
  private static final Field<Position, BigDecimal> AVG_PRICE =
      Field.required("avg_price", Kinds.DECIMAL, Position::avgPrice);
  private static final Field<Position, Optional<StrategyId>> STRATEGY =
      Field.withDefault(
          "strategy",
          Kinds.TEXT.as(StrategyId::of, known -> known.map(StrategyId::value).orElse("")),
          Optional.empty(),
          Position::strategy);

  /** All of it. */
  public static final Form<Position> FORM =
      Form.of(
              "a position",
              in ->
                  new Position(
                      SYMBOL.in(in),
                      QUANTITY.in(in),
                      AVG_PRICE.in(in).multiply(in.get(MULTIPLIER, Kinds.DECIMAL, BigDecimal.ONE)),
                      STRATEGY.in(in)),
              List.of(SYMBOL, QUANTITY, AVG_PRICE, STRATEGY))
          .open();

  private PositionForm() {}

  /** False for a position that is closed, which brokers go on reporting with a quantity of 0. */
  static boolean isHeld(Fields row) {
    return QUANTITY.in(row).signum() != 0;
  }
}
