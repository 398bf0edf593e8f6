package dev.maestro.embedded.journal.known;

import static dev.maestro.embedded.journal.known.FormatBuilder.format;

import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.MultiplierRule;
import dev.maestro.embedded.journal.format.NumberStyle;
import dev.maestro.embedded.journal.format.TimeRule;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.engine.journal.TradeField;
import java.util.List;
import java.util.Map;

/** What bots and back-testers export. */
final class BotFormats {
  private static final Map<String, Meaning> IS_OPEN =
      Map.of(
          "true", Meaning.OPEN,
          "1", Meaning.OPEN,
          "false", Meaning.TRADE,
          "0", Meaning.TRADE,
          "", Meaning.TRADE);
  private static final List<String> BUY = List.of("buy", "b", "0");
  private static final List<String> SELL = List.of("sell", "s", "1");

  static final List<ExportFormat> ALL =
      List.of(
          freqtrade(), vectorbt(), nautilus(), lean(), backtrader(), hummingbot(), oldHummingbot());

  private BotFormats() {}

  private static ExportFormat freqtrade() {
    return format(
            "freqtrade",
            "freqtrade: trades (JSON, CSV, /trades) and back-test results",
            "https://github.com/freqtrade/freqtrade/blob/develop/tests/testdata/backtest_results")
        .signature("open_rate", "close_date", "profit_abs", "amount")
        .agent("strategy", "bot_name", "agent")
        .closedAt(TimeRule.MILLIS, "close_timestamp")
        .closedAt(TimeRule.UTC, "close_date")
        .openedAt(TimeRule.MILLIS, "open_timestamp")
        .openedAt(TimeRule.UTC, "open_date")
        .netPnl("profit_abs is net of fees and funding", "profit_abs")
        .prices(List.of("open_rate"), List.of("close_rate"))
        .quantity("amount")
        .symbol("pair")
        .side("is_short", List.of("false", "0", ""), List.of("true", "1"))
        .idOfAgent("trade_id")
        .states(List.of("is_open"), IS_OPEN)
        .multiplier(MultiplierRule.ONE)
        .lists("trades", "strategy/*/trades")
        .build();
  }

  private static ExportFormat vectorbt() {
    return format(
            "vectorbt",
            "vectorbt: portfolio.trades.records_readable",
            "https://vectorbt.dev/api/portfolio/trades/")
        .signature("Exit Trade Id", "Size", "Avg Entry Price", "Avg Exit Price", "PnL", "Direction")
        .signature("Status")
        .agent("agent")
        .closedAt(TimeRule.ISO, "Exit Timestamp")
        .openedAt(TimeRule.ISO, "Entry Timestamp")
        .netPnl("PnL is net of Entry Fees and Exit Fees", "PnL")
        .prices(List.of("Avg Entry Price"), List.of("Avg Exit Price"))
        .quantity("Size")
        .symbol("Column")
        .side("Direction", List.of("long"), List.of("short"))
        .idOfAgent("Exit Trade Id")
        .states(List.of("Status"), Map.of("closed", Meaning.TRADE, "open", Meaning.OPEN))
        .multiplier(MultiplierRule.ONE)
        .build();
  }

  private static ExportFormat nautilus() {
    return format(
            "nautilus",
            "NautilusTrader: positions report",
            "https://nautilustrader.io/docs/latest/concepts/reports/")
        .signature("strategy_id", "instrument_id", "entry", "side", "peak_qty", "avg_px_open")
        .signature("avg_px_close", "ts_closed", "realized_pnl")
        .agent("strategy_id")
        .closedAt(TimeRule.NANOS, "ts_closed")
        .openedAt(TimeRule.NANOS, "ts_opened")
        .netPnl("realized_pnl is net of commissions", "realized_pnl")
        .prices(List.of("avg_px_open"), List.of("avg_px_close"))
        .quantity("peak_qty")
        .symbol("instrument_id")
        .side("entry", List.of("buy"), List.of("sell"))
        .id("position_id", "ts_closed")
        .states(
            List.of("side"),
            Map.of("flat", Meaning.TRADE, "long", Meaning.OPEN, "short", Meaning.OPEN))
        .multiplier(MultiplierRule.ONE)
        .numbers(NumberStyle.SUFFIXED)
        .build();
  }

  private static ExportFormat lean() {
    return format(
            "lean",
            "LEAN (QuantConnect): closed trades of a back-test",
            "https://www.quantconnect.com/docs/v2/cloud-platform/backtesting/results")
        .signature("entryTime", "exitTime", "entryPrice", "exitPrice", "direction", "quantity")
        .signature("profitLoss", "totalFees")
        .agent("agent")
        .closedAt(TimeRule.UTC, "exitTime")
        .openedAt(TimeRule.UTC, "entryTime")
        .grossPnl("profitLoss")
        .costs("totalFees")
        .prices(List.of("entryPrice"), List.of("exitPrice"))
        .quantity("quantity")
        .symbol("symbol", "symbols")
        .side("direction", List.of("0", "long"), List.of("1", "short"))
        .multiplier(MultiplierRule.ASSUMED)
        .lists("totalPerformance/closedTrades", "closedTrades")
        .build();
  }

  private static ExportFormat backtrader() {
    return format(
            "backtrader",
            "backtrader: transactions (analyzer Transactions, pyfolio)",
            "https://www.backtrader.com/docu/analyzers-reference/")
        .signature("date", "amount", "price", "sid", "symbol", "value")
        .agent("agent")
        .closedAt(TimeRule.ISO, "date")
        .field(TradeField.ENTRY_PRICE, "price")
        .quantity("amount")
        .symbol("symbol")
        .costs("commission", "comm")
        .multiplier(MultiplierRule.ASSUMED)
        .fills()
        .build();
  }

  private static ExportFormat hummingbot() {
    return format(
            "hummingbot",
            "Hummingbot: trades file of a bot (fills)",
            "https://hummingbot.org/client/user-interface/#export-trades")
        .signature("config_file_path", "strategy", "trade_type", "price", "amount", "timestamp")
        .signature("trade_fee_in_quote")
        .agent("config_file_path")
        .closedAt(TimeRule.MILLIS, "timestamp")
        .field(TradeField.ENTRY_PRICE, "price")
        .quantity("amount")
        .symbol("symbol")
        .side("trade_type", BUY, SELL)
        .costs("trade_fee_in_quote")
        .id("exchange_trade_id")
        .multiplier(MultiplierRule.ONE)
        .fillsOf("market")
        .build();
  }

  private static ExportFormat oldHummingbot() {
    return format(
            "hummingbot-export",
            "Hummingbot: export_trades (fills)",
            "https://github.com/asmodehn/aiobinance/blob/master/tests/test_hummingbot.py")
        .signature(
            "Config File", "Strategy", "Timestamp", "Market", "Trade", "Price", "Amount", "Fee")
        .agent("Config File")
        .closedAt(TimeRule.MILLIS, "Timestamp")
        .field(TradeField.ENTRY_PRICE, "Price")
        .quantity("Amount")
        .symbol("Market")
        .side("Trade", BUY, SELL)
        .feeFraction("Fee")
        .id("Exchange Trade ID")
        .multiplier(MultiplierRule.ONE)
        .fillsOf("Exchange")
        .build();
  }
}
