package dev.maestro.engine.journal;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** How the trades of a window are written and read: as columns, lists of one length. */
public final class WindowTradesForm {
  private static final Field<List<WindowTrade>, List<String>> IDS =
      Field.column("trade_ids", Kinds.TEXT, WindowTrade::tradeId);
  private static final Field<List<WindowTrade>, List<Instant>> CLOSED_AT =
      Field.column("closed_at", Kinds.TIME, WindowTrade::closedAt);
  private static final Field<List<WindowTrade>, List<Double>> RETURNS =
      Field.column("returns", Kinds.NUMBER, WindowTrade::returnOnCapital);
  private static final Field<List<WindowTrade>, List<BigDecimal>> PNLS =
      Field.column("pnls", Kinds.DECIMAL, WindowTrade::realizedPnl);

  /** All columns; each trade stands there once. */
  public static final Form<List<WindowTrade>> FORM =
      Form.of(
              "the trades of a window",
              WindowTradesForm::read,
              List.of(IDS, CLOSED_AT, RETURNS, PNLS))
          .open();

  private WindowTradesForm() {}

  private static List<WindowTrade> read(Fields in) {
    List<String> ids = IDS.in(in.requireEven(FORM.names()));
    List<Instant> times = CLOSED_AT.in(in);
    List<Double> returns = RETURNS.in(in);
    List<BigDecimal> pnls = PNLS.in(in);
    if (new HashSet<>(ids).size() != ids.size()) {
      throw in.wrong(IDS.name(), "each id once", ids);
    }
    List<WindowTrade> trades = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      trades.add(new WindowTrade(ids.get(i), times.get(i), returns.get(i), pnls.get(i)));
    }
    return trades;
  }
}
