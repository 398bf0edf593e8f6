package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarForm;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.policy.input.CostLevel;
import dev.maestro.engine.policy.input.TradingCosts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the market of a symbol is written and read: the newest bars, oldest first, and what trading
 * costs, which feeders write beside them. A bar that is none takes all before it along, because
 * what happened in it is not known.
 */
public final class SymbolMarketForm {
  private static final int LONGEST_BAR_MINUTES = 1440;
  private static final Kind<CostLevel> LEVEL = Kinds.word(CostLevel.class);

  private static final Field<SymbolMarket, Integer> BAR_MINUTES =
      Field.required(
          "bar_minutes", Kinds.COUNT, market -> (int) market.bars().barLength().toMinutes());
  private static final Field<SymbolMarket, OptionalDouble> SPREAD_BPS =
      Field.number("spread_bps", SymbolMarket::spreadBps);
  private static final Field<SymbolMarket, Instant> UPDATED_AT =
      Field.required("updated_at", Kinds.TIME, SymbolMarket::updatedAt);
  private static final String BARS = "bars";

  /** What a feeder of prices writes. */
  public static final View<SymbolMarket> PRICES =
      View.of(BAR_MINUTES)
          .with(BARS, market -> newest(market).stream().map(BarForm.VIEW::write).toList())
          .with(UPDATED_AT.name(), SymbolMarket::updatedAt);

  /** Reads all of it. */
  public static final Form<SymbolMarket> FORM =
      Form.<SymbolMarket>of("a market", SymbolMarketForm::read, List.of()).open();

  private SymbolMarketForm() {}

  private static List<Bar> newest(SymbolMarket market) {
    List<Bar> bars = market.bars().bars();
    return bars.subList(Math.max(0, bars.size() - BarHistory.MOST_KEPT), bars.size());
  }

  private static SymbolMarket read(Fields in) {
    int minutes = BAR_MINUTES.in(in);
    if (minutes < 1 || minutes > LONGEST_BAR_MINUTES) {
      throw in.wrong(BAR_MINUTES.name(), "from 1 to " + LONGEST_BAR_MINUTES, minutes);
    }
    return new SymbolMarket(
        BarHistory.afterUnusable(
            Duration.ofMinutes(minutes), in.list(BARS).stream().map(BarForm::find).toList()),
        SPREAD_BPS.in(in),
        costs(in),
        UPDATED_AT.in(in));
  }

  private static TradingCosts costs(Fields in) {
    return new TradingCosts(
        in.reading("spread", LEVEL),
        in.reading(SPREAD_BPS.name(), Kinds.NUMBER),
        in.reading("slippage", LEVEL),
        in.reading("slippage_bps", Kinds.NUMBER),
        in.reading("cost_in_R", Kinds.NUMBER));
  }
}
