package dev.maestro.engine.paper;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a position on paper, with what rests beside it, is written and read. */
final class PaperPositionForm {
  private static final Field<PaperPosition, Nonce> OPENER =
      Field.required("nonce", PaperKinds.NONCE, PaperPosition::opener);
  private static final Field<PaperPosition, Holder> STRATEGY =
      Field.required("strategy", PaperKinds.HOLDER, position -> position.key().holder());
  private static final Field<PaperPosition, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, position -> position.key().symbol());
  private static final Field<PaperPosition, OrderSide> OPENED =
      Field.required("opened", Kinds.word(OrderSide.class), PaperPosition::opened);
  private static final Field<PaperPosition, Quantity> QUANTITY =
      Field.required("quantity", PaperKinds.QUANTITY, PaperPosition::quantity);
  private static final Field<PaperPosition, Money> COST =
      Field.required("cost", PaperKinds.MONEY, PaperPosition::cost);
  private static final Field<PaperPosition, Money> FEES =
      Field.required("fees", PaperKinds.MONEY, PaperPosition::fees);
  private static final Field<PaperPosition, Instant> OPENED_AT =
      Field.required("opened_at", Kinds.TIME, PaperPosition::openedAt);
  private static final Field<PaperPosition, Optional<BigDecimal>> STOP =
      Field.optional("stop_price", PaperKinds.PRICE, position -> position.guard().stop());
  private static final Field<PaperPosition, Optional<BigDecimal>> TARGET =
      Field.optional("target_price", PaperKinds.PRICE, position -> position.guard().target());
  private static final Field<PaperPosition, Optional<BigDecimal>> TRAIL =
      Field.optional("trail", PaperKinds.PRICE, position -> position.guard().trail());
  private static final Field<PaperPosition, BigDecimal> BEST =
      Field.required("best_close", PaperKinds.PRICE, position -> position.guard().best());

  static final Form<PaperPosition> FORM =
      Form.of(
          "a position on paper",
          PaperPositionForm::read,
          List.of(
              OPENER, STRATEGY, SYMBOL, OPENED, QUANTITY, COST, FEES, OPENED_AT, STOP, TARGET,
              TRAIL, BEST));

  private PaperPositionForm() {}

  private static PaperPosition read(Fields in) {
    return new PaperPosition(
        OPENER.in(in),
        new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
        OPENED.in(in),
        QUANTITY.in(in),
        COST.in(in),
        FEES.in(in),
        OPENED_AT.in(in),
        new Guard(STOP.in(in), TARGET.in(in), TRAIL.in(in), BEST.in(in)));
  }
}
