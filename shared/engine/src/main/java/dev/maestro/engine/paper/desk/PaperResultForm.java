package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.paper.PaperKinds;
import dev.maestro.engine.paper.broker.PaperResult;
import java.time.Instant;
import java.util.List;

/** How what is yet to be told is written and read. */
final class PaperResultForm {
  private static final Field<PaperResult, PaperResult.Of> OF =
      Field.required("of", Kinds.word(PaperResult.Of.class), PaperResult::of);
  private static final Field<PaperResult, String> ID =
      Field.required("id", Kinds.NAME, PaperResult::id);
  private static final Field<PaperResult, Holder> STRATEGY =
      Field.required("strategy", PaperKinds.HOLDER, result -> result.key().holder());
  private static final Field<PaperResult, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, result -> result.key().symbol());
  private static final Field<PaperResult, OrderSide> SIDE =
      Field.required("side", Kinds.word(OrderSide.class), PaperResult::side);
  private static final Field<PaperResult, Quantity> QUANTITY =
      Field.required("quantity", PaperKinds.QUANTITY, result -> result.figures().quantity());
  private static final Field<PaperResult, Money> NOTIONAL =
      Field.required("notional", PaperKinds.MONEY, result -> result.figures().notional());
  private static final Field<PaperResult, Money> FEES =
      Field.required("fees", PaperKinds.MONEY, result -> result.figures().fees());
  private static final Field<PaperResult, Instant> AT =
      Field.required("at", Kinds.TIME, PaperResult::at);

  static final Form<PaperResult> FORM =
      Form.of(
          "a result on paper",
          PaperResultForm::read,
          List.of(OF, ID, STRATEGY, SYMBOL, SIDE, QUANTITY, NOTIONAL, FEES, AT));

  private PaperResultForm() {}

  private static PaperResult read(Fields in) {
    return new PaperResult(
        OF.in(in),
        ID.in(in),
        new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
        SIDE.in(in),
        new FilledSoFar(QUANTITY.in(in), NOTIONAL.in(in), FEES.in(in)),
        AT.in(in));
  }
}
