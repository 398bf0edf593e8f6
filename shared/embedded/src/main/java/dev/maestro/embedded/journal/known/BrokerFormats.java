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

/** What brokers and exchanges export. */
final class BrokerFormats {
  private static final List<String> BUY = List.of("buy", "bot", "b");
  private static final List<String> SELL = List.of("sell", "sell_short", "sld", "s");
  private static final TimeRule FLEX_TIME =
      TimeRule.of(
          "yyyyMMdd;HHmmss",
          "yyyy-MM-dd;HH:mm:ss",
          "yyyyMMdd HHmmss",
          "yyyy-MM-dd, HH:mm:ss",
          "yyyyMMdd;HH:mm:ss",
          "yyyyMMdd",
          "yyyy-MM-dd");
  private static final TimeRule ACTIVITY_TIME = TimeRule.of("yyyy-MM-dd, HH:mm:ss", "yyyy-MM-dd");
  private static final Map<String, Meaning> CLOSING_CODES =
      Map.ofEntries(
          Map.entry("c", Meaning.TRADE),
          Map.entry("c;p", Meaning.TRADE),
          Map.entry("c;ex", Meaning.TRADE),
          Map.entry("c;ep", Meaning.TRADE),
          Map.entry("a;c", Meaning.TRADE),
          Map.entry("o", Meaning.OTHER),
          Map.entry("o;p", Meaning.OTHER),
          Map.entry("a;o", Meaning.OTHER));

  /** What an execution does; one that closes and opens anew (C;O) may do either. */
  private static final Map<String, Meaning> EFFECTS =
      Map.ofEntries(
          Map.entry("c", Meaning.TRADE),
          Map.entry("c;p", Meaning.TRADE),
          Map.entry("c;ex", Meaning.TRADE),
          Map.entry("c;ep", Meaning.TRADE),
          Map.entry("a;c", Meaning.TRADE),
          Map.entry("o", Meaning.OPEN),
          Map.entry("o;p", Meaning.OPEN),
          Map.entry("a;o", Meaning.OPEN),
          Map.entry("c;o", Meaning.OTHER),
          Map.entry("c;o;p", Meaning.OTHER),
          Map.entry("", Meaning.OTHER));

  private static final Map<String, Meaning> DETAILS =
      Map.of(
          "execution", Meaning.TRADE,
          "order", Meaning.OTHER,
          "closed_lot", Meaning.OTHER,
          "symbol_summary", Meaning.OTHER,
          "asset_summary", Meaning.OTHER,
          "wash_sale", Meaning.OTHER);
  private static final Map<String, Meaning> DISCRIMINATORS =
      Map.of(
          "order", Meaning.TRADE,
          "", Meaning.OTHER,
          "trade", Meaning.OTHER,
          "closedlot", Meaning.OTHER,
          "datadiscriminator", Meaning.OTHER);

  static final List<ExportFormat> ALL =
      List.of(
          ibFlex(),
          ibFlexFills(),
          ibActivity(),
          ibActivityFills(),
          etoro(),
          etoroStatement(),
          bybit(),
          bybitApi(),
          binance(),
          alpaca());

  private BrokerFormats() {}

  private static ExportFormat ibFlex() {
    return format(
            "ib-flex",
            "Interactive Brokers: Flex query, trades",
            "https://www.ibkrguides.com/reportingreference/reportguide/trades%20fq.htm")
        .signature("Quantity", "TradePrice", "CostBasis", "FifoPnlRealized", "Open/CloseIndicator")
        .agent("agent")
        .closedAt(FLEX_TIME, "DateTime", "Date/Time")
        .netPnl("FifoPnlRealized is net of commissions", "FifoPnlRealized")
        .costBasis("CostBasis")
        .field(TradeField.EXIT_PRICE, "TradePrice")
        .quantity("Quantity")
        .closingSide()
        .symbol("Symbol")
        .id("TradeID")
        .states(List.of("Open/CloseIndicator"), CLOSING_CODES)
        .states(List.of("LevelOfDetail"), DETAILS)
        .multiplier(MultiplierRule.ONE, "Multiplier")
        .numbers(NumberStyle.THOUSANDS)
        .build();
  }

  private static ExportFormat ibFlexFills() {
    return format(
            "ib-flex-fills",
            "Interactive Brokers: Flex query, executions",
            "https://www.ibkrguides.com/reportingreference/reportguide/trades%20fq.htm")
        .signature("Quantity", "TradePrice", "IBCommission", "Buy/Sell")
        .agent("agent")
        .closedAt(FLEX_TIME, "DateTime", "Date/Time")
        .field(TradeField.ENTRY_PRICE, "TradePrice")
        .quantity("Quantity")
        .symbol("Symbol")
        .id("TradeID")
        .signedCosts("IBCommission", "Taxes")
        .states(List.of("LevelOfDetail"), DETAILS)
        .multiplier(MultiplierRule.ONE, "Multiplier")
        .numbers(NumberStyle.THOUSANDS)
        .fills(List.of(), List.of("Open/CloseIndicator"), EFFECTS)
        .build();
  }

  private static ExportFormat ibActivityFills() {
    return format(
            "ib-activity-fills",
            "Interactive Brokers: activity statement (CSV), executions",
            "https://www.ibkrguides.com/reportingreference/reportguide/trades_default.htm")
        .signature("Trades", "Header", "DataDiscriminator", "Comm/Fee")
        .agent("agent")
        .closedAt(ACTIVITY_TIME, "Date/Time")
        .field(TradeField.ENTRY_PRICE, "T. Price")
        .quantity("Quantity")
        .symbol("Symbol")
        .signedCosts("Comm/Fee")
        .table("Trades", "trades")
        .table("Header", "data")
        .states(List.of("DataDiscriminator"), DISCRIMINATORS)
        .multiplier(MultiplierRule.ASSUMED, "Multiplier")
        .numbers(NumberStyle.THOUSANDS)
        .fills(List.of(), List.of("Code"), EFFECTS)
        .build();
  }

  private static ExportFormat ibActivity() {
    return format(
            "ib-activity",
            "Interactive Brokers: activity statement (CSV), trades",
            "https://www.ibkrguides.com/reportingreference/reportguide/trades_default.htm")
        .signature("Trades", "Header", "DataDiscriminator", "Symbol", "Quantity", "Basis")
        .signature("Realized P/L", "Code")
        .agent("agent")
        .closedAt(ACTIVITY_TIME, "Date/Time")
        .netPnl("Realized P/L is net of Comm/Fee", "Realized P/L")
        .costBasis("Basis")
        .field(TradeField.EXIT_PRICE, "T. Price")
        .quantity("Quantity")
        .closingSide()
        .symbol("Symbol")
        .table("Trades", "trades")
        .table("Header", "data")
        .states(List.of("DataDiscriminator"), DISCRIMINATORS)
        .states(List.of("Code"), CLOSING_CODES)
        .multiplier(MultiplierRule.ONE, "Multiplier")
        .numbers(NumberStyle.THOUSANDS)
        .build();
  }

  private static ExportFormat etoro() {
    return etoroTable("etoro", "eToro: account statement, closed positions", "Profit")
        .signature("Action", "Units", "Profit")
        .quantity("Units")
        .side("Action", List.of("buy *", "buy"), List.of("sell *", "sell"))
        .build();
  }

  /** Since 2024: the side in a column of its own, the profit in two currencies. */
  private static ExportFormat etoroStatement() {
    return etoroTable(
            "etoro-statement",
            "eToro: account statement since 2024, closed positions",
            "Profit(USD)")
        .signature("Long / Short", "Units / Contracts", "Profit(USD)")
        .quantity("Units / Contracts")
        .side("Long / Short", List.of("long"), List.of("short"))
        .build();
  }

  private static FormatBuilder etoroTable(String name, String title, String profit) {
    TimeRule time = TimeRule.of("dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm");
    return format(
            name, title, "https://help.etoro.com/s/article/how-can-i-view-my-account-statement")
        .signature("Position ID", "Open Rate", "Close Rate")
        .agent("Copied From", "agent")
        .closedAt(time, "Close Date")
        .openedAt(time, "Open Date")
        .netPnl("Profit as eToro states it; rollover fees and dividends are booked apart", profit)
        .prices(List.of("Open Rate"), List.of("Close Rate"))
        .symbol("Action")
        .id("Position ID")
        .multiplier(MultiplierRule.ONE)
        .numbers(NumberStyle.CURRENCY);
  }

  private static ExportFormat bybit() {
    return format(
            "bybit",
            "Bybit: closed P&L (linear contracts)",
            "https://www.bybit.com/en/help-center/article/How-to-export-trading-history")
        .signature("Contracts", "Closing Direction", "Qty", "Entry Price", "Exit Price")
        .signature("Closed P&L")
        .agent("agent")
        .closedAt(TimeRule.UTC, "Trade Time(UTC+0)", "Trade Time(UTC)")
        .closedAt(TimeRule.ISO, "Trade Time")
        .netPnl("Closed P&L is net of trading fees and funding", "Closed P&L")
        .prices(List.of("Entry Price"), List.of("Exit Price"))
        .quantity("Qty")
        .symbol("Contracts")
        .side("Closing Direction", List.of("close long", "sell"), List.of("close short", "buy"))
        .multiplier(MultiplierRule.ONE)
        .build();
  }

  private static ExportFormat bybitApi() {
    return format(
            "bybit-api",
            "Bybit: /v5/position/closed-pnl (linear contracts)",
            "https://bybit-exchange.github.io/docs/v5/position/close-pnl")
        .signature("symbol", "side", "qty", "avgEntryPrice", "avgExitPrice", "closedPnl")
        .agent("agent")
        .closedAt(TimeRule.MILLIS, "updatedTime")
        .openedAt(TimeRule.MILLIS, "createdTime")
        .netPnl("closedPnl is net of trading fees", "closedPnl")
        .prices(List.of("avgEntryPrice"), List.of("avgExitPrice"))
        .quantity("closedSize", "qty")
        .symbol("symbol")
        .side("side", List.of("sell"), List.of("buy"))
        .id("orderId", "updatedTime")
        .multiplier(MultiplierRule.ONE)
        .lists("result/list", "list")
        .build();
  }

  private static ExportFormat binance() {
    return format(
            "binance",
            "Binance futures: position history (USD-margined)",
            "https://www.binance.com/en/support/faq/how-to-view-position-history")
        .signature("Symbol", "Position Side", "Entry Price", "Avg. Close Price", "Closed Vol.")
        .signature("Closing PNL", "Status")
        .agent("agent")
        .closedAt(TimeRule.ISO, "Closed")
        .openedAt(TimeRule.ISO, "Opened")
        .netPnl(
            "Closing PNL as Binance states it; fees and funding are not in the export",
            "Closing PNL")
        .prices(List.of("Entry Price"), List.of("Avg. Close Price"))
        .quantity("Closed Vol.")
        .symbol("Symbol")
        .side("Position Side", List.of("long"), List.of("short"))
        .states(
            List.of("Status"),
            Map.of(
                "closed", Meaning.TRADE,
                "partially closed", Meaning.OPEN,
                "open", Meaning.OPEN))
        .multiplier(MultiplierRule.ONE)
        .build();
  }

  private static ExportFormat alpaca() {
    return format(
            "alpaca",
            "Alpaca: account activities, FILL (fills)",
            "https://docs.alpaca.markets/reference/getaccountactivities")
        .signature("activity_type", "transaction_time", "price", "qty", "side", "symbol")
        .agent("agent")
        .closedAt(TimeRule.UTC, "transaction_time")
        .field(TradeField.ENTRY_PRICE, "price")
        .quantity("qty")
        .symbol("symbol")
        .side("side", BUY, SELL)
        .id("id")
        .states(List.of("activity_type"), Map.of("fill", Meaning.TRADE, "fee", Meaning.OTHER))
        .multiplier(MultiplierRule.ONE)
        .fills(
            List.of(),
            List.of("side"),
            Map.of(
                "sell_short", Meaning.OPEN,
                "sell", Meaning.OTHER,
                "buy", Meaning.OTHER))
        .build();
  }
}
