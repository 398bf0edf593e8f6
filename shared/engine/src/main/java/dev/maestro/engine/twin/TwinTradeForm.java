package dev.maestro.engine.twin;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.paper.PaperKinds;
import java.time.Instant;
import java.util.List;

/** How a trade of the twin is written and read; the names are those of a journal's trades. */
public final class TwinTradeForm {
  /** An amount of each book, in their order. */
  public static final Kind<BookAmounts> AMOUNTS =
      Kinds.list(PaperKinds.MONEY).as(BookAmounts::new, BookAmounts::values);

  /** The entry. */
  public static final Field<TwinTrade, Nonce> NONCE =
      Field.required("nonce", PaperKinds.NONCE, TwinTrade::nonce);

  /** Whose. */
  public static final Field<TwinTrade, Holder> STRATEGY =
      Field.required("strategy_id", PaperKinds.HOLDER, trade -> trade.key().holder());

  /** Of what. */
  public static final Field<TwinTrade, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, trade -> trade.key().symbol());

  /** LONG or SHORT. */
  public static final Field<TwinTrade, OrderSide> SIDE =
      Field.required(
          "side",
          Kinds.word(OrderSide.class, side -> side == OrderSide.BUY ? "LONG" : "SHORT"),
          TwinTrade::opened);

  /** When. */
  public static final Field<TwinTrade, Instant> CLOSED_AT =
      Field.required("closed_at", Kinds.TIME, TwinTrade::closedAt);

  private static final Field<TwinTrade, BookAmounts> REALIZED =
      Field.required("realized_pnl", AMOUNTS, TwinTrade::realized);

  static final Form<TwinTrade> FORM =
      Form.of(
          "a trade of the twin",
          in ->
              new TwinTrade(
                  NONCE.in(in),
                  new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
                  SIDE.in(in),
                  CLOSED_AT.in(in),
                  REALIZED.in(in)),
          List.of(NONCE, STRATEGY, SYMBOL, SIDE, CLOSED_AT, REALIZED));

  private TwinTradeForm() {}
}
