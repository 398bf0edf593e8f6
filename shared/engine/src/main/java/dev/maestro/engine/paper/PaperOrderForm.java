package dev.maestro.engine.paper;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an order on paper is written and read. */
final class PaperOrderForm {
  private static final Field<PaperOrder, Nonce> NONCE =
      Field.required("nonce", PaperKinds.NONCE, PaperOrder::nonce);
  private static final Field<PaperOrder, Holder> STRATEGY =
      Field.required("strategy", PaperKinds.HOLDER, order -> order.key().holder());
  private static final Field<PaperOrder, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, order -> order.key().symbol());
  private static final Field<PaperOrder, OrderSide> SIDE =
      Field.required("side", Kinds.word(OrderSide.class), PaperOrder::side);
  private static final Field<PaperOrder, Money> NOTIONAL =
      Field.required("notional", PaperKinds.MONEY, PaperOrder::notional);
  private static final Field<PaperOrder, Quantity> QUANTITY =
      Field.required("quantity", PaperKinds.QUANTITY, PaperOrder::quantity);
  private static final Field<PaperOrder, Optional<BigDecimal>> LIMIT =
      Field.optional("limit_price", PaperKinds.PRICE, PaperOrder::limit);
  private static final Field<PaperOrder, ExitMode> EXIT_MODE =
      Field.required("exit_mode", Kinds.word(ExitMode.class), PaperOrder::exitMode);
  private static final Field<PaperOrder, Optional<BigDecimal>> PRICE =
      Field.optional("price", PaperKinds.PRICE, order -> order.planned().price());
  private static final Field<PaperOrder, Optional<BigDecimal>> STOP =
      Field.optional("stop_price", PaperKinds.PRICE, order -> order.planned().stop());
  private static final Field<PaperOrder, Instant> TAKEN_AT =
      Field.required("taken_at", Kinds.TIME, PaperOrder::takenAt);

  static final Form<PaperOrder> FORM =
      Form.of(
          "an order on paper",
          PaperOrderForm::read,
          List.of(
              NONCE, STRATEGY, SYMBOL, SIDE, NOTIONAL, QUANTITY, LIMIT, EXIT_MODE, PRICE, STOP,
              TAKEN_AT));

  private PaperOrderForm() {}

  private static PaperOrder read(Fields in) {
    return new PaperOrder(
        NONCE.in(in),
        new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
        SIDE.in(in),
        NOTIONAL.in(in),
        QUANTITY.in(in),
        LIMIT.in(in),
        EXIT_MODE.in(in),
        new PlannedPrice(PRICE.in(in), STOP.in(in)),
        TAKEN_AT.in(in));
  }
}
