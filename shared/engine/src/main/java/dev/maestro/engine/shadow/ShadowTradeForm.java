package dev.maestro.engine.shadow;

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
import dev.maestro.engine.paper.PaperKinds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** How a trade on paper is written and read; the names are those of a journal's trades. */
public final class ShadowTradeForm {
  /** When it was closed, by which stores look for it. */
  public static final Field<ShadowTrade, Instant> CLOSED_AT =
      Field.required("closed_at", Kinds.TIME, ShadowTrade::closedAt);

  private static final Field<ShadowTrade, Nonce> NONCE =
      Field.required("nonce", PaperKinds.NONCE, ShadowTrade::nonce);
  private static final Field<ShadowTrade, Holder> STRATEGY =
      Field.required("strategy_id", PaperKinds.HOLDER, trade -> trade.key().holder());
  private static final Field<ShadowTrade, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, trade -> trade.key().symbol());
  private static final Field<ShadowTrade, OrderSide> SIDE =
      Field.required(
          "side",
          Kinds.word(OrderSide.class, side -> side == OrderSide.BUY ? "LONG" : "SHORT"),
          ShadowTrade::opened);
  private static final Field<ShadowTrade, Quantity> QUANTITY =
      Field.required("quantity", PaperKinds.QUANTITY, ShadowTrade::quantity);
  private static final Field<ShadowTrade, BigDecimal> ENTRY_PRICE =
      Field.required("entry_price", PaperKinds.PRICE, ShadowTrade::entryPrice);
  private static final Field<ShadowTrade, BigDecimal> EXIT_PRICE =
      Field.required("exit_price", PaperKinds.PRICE, ShadowTrade::exitPrice);
  private static final Field<ShadowTrade, Money> REALIZED =
      Field.required("realized_pnl", PaperKinds.MONEY, ShadowTrade::realizedPnl);
  private static final Field<ShadowTrade, Instant> OPENED_AT =
      Field.required("opened_at", Kinds.TIME, ShadowTrade::openedAt);

  /** All of it; stores may write more beside it. */
  public static final Form<ShadowTrade> FORM =
      Form.of(
              "a trade on paper",
              ShadowTradeForm::read,
              List.of(
                  NONCE,
                  STRATEGY,
                  SYMBOL,
                  SIDE,
                  QUANTITY,
                  ENTRY_PRICE,
                  EXIT_PRICE,
                  REALIZED,
                  OPENED_AT,
                  CLOSED_AT))
          .open();

  private ShadowTradeForm() {}

  private static ShadowTrade read(Fields in) {
    return new ShadowTrade(
        NONCE.in(in),
        new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
        SIDE.in(in),
        QUANTITY.in(in),
        ENTRY_PRICE.in(in),
        EXIT_PRICE.in(in),
        REALIZED.in(in),
        OPENED_AT.in(in),
        CLOSED_AT.in(in));
  }
}
