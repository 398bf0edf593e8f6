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

/** What charting and trading platforms export. */
final class PlatformFormats {
  private static final List<String> LONG = List.of("long", "buy", "l");
  private static final List<String> SHORT = List.of("short", "sell", "s");
  private static final String[] TRADINGVIEW_SIZE = {
    "Contracts", "Quantity", "Qty", "Size (qty)", "Position size (qty)"
  };
  private static final String[] TRADINGVIEW_PNL = {"Profit *", "Net P&L *", "P&L *", "Net PnL"};
  private static final TimeRule METATRADER_TIME =
      TimeRule.of("yyyy.MM.dd HH:mm:ss", "yyyy.MM.dd HH:mm");
  private static final Map<String, Meaning> METATRADER_TYPES =
      Map.ofEntries(
          Map.entry("buy", Meaning.TRADE),
          Map.entry("sell", Meaning.TRADE),
          Map.entry("balance", Meaning.OTHER),
          Map.entry("credit", Meaning.OTHER),
          Map.entry("deposit", Meaning.OTHER),
          Map.entry("withdrawal", Meaning.OTHER),
          Map.entry("buy limit", Meaning.OTHER),
          Map.entry("sell limit", Meaning.OTHER),
          Map.entry("buy stop", Meaning.OTHER),
          Map.entry("sell stop", Meaning.OTHER));

  /** Purchases and sales; every other deal moves money only. */
  private static final Map<String, Meaning> DEAL_TYPES =
      Map.of(
          "0", Meaning.TRADE,
          "1", Meaning.TRADE,
          "2", Meaning.OTHER,
          "3", Meaning.OTHER,
          "4", Meaning.OTHER,
          "5", Meaning.OTHER,
          "6", Meaning.OTHER);

  /** A deal that turns a position (2) closes it and opens the rest on the other side. */
  private static final Map<String, Meaning> DEAL_ENTRIES =
      Map.of("0", Meaning.OPEN, "1", Meaning.TRADE, "2", Meaning.OTHER, "3", Meaning.TRADE);

  static final List<ExportFormat> ALL =
      List.of(
          tradingView(),
          tradingViewExits(),
          ninjaTrader(),
          metaTrader(),
          metaTraderPositions(),
          metaTraderDeals(),
          topstepX(),
          tradervue());

  private PlatformFormats() {}

  private static ExportFormat tradingView() {
    return tradingViewTable("tradingview", "TradingView: list of trades")
        .signature("Trade #", "Type")
        .field(TradeField.ENTRY_PRICE, "Price *", "Price")
        .side("Type", List.of("entry long", "exit short"), List.of("entry short", "exit long"))
        .fills(
            List.of("Trade #"),
            List.of("Type"),
            Map.of(
                "entry long", Meaning.OPEN,
                "entry short", Meaning.OPEN,
                "exit long", Meaning.TRADE,
                "exit short", Meaning.TRADE))
        .build();
  }

  private static ExportFormat tradingViewExits() {
    return tradingViewTable(
            "tradingview-exits", "TradingView: list of trades, exits only, with entry_price added")
        .signature("Trade #", "Type", "entry_price")
        .field(TradeField.ENTRY_PRICE, "entry_price")
        .side("Type", List.of("exit long"), List.of("exit short"))
        .states(
            List.of("Type"),
            Map.of(
                "exit long", Meaning.TRADE,
                "exit short", Meaning.TRADE,
                "entry long", Meaning.OTHER,
                "entry short", Meaning.OTHER))
        .build();
  }

  private static FormatBuilder tradingViewTable(String name, String title) {
    return format(
            name,
            title,
            "https://www.tradingview.com/support/solutions/43000613680-list-of-trades/")
        .agent("agent")
        .closedAt(TimeRule.ISO, "Date/Time", "Date and time")
        .netPnl("the strategy's commission setting is in the P&L", TRADINGVIEW_PNL)
        .quantity(TRADINGVIEW_SIZE)
        .onlyStates(List.of("Signal"), Map.of("open", Meaning.OPEN))
        .numbers(NumberStyle.THOUSANDS)
        .multiplier(MultiplierRule.ASSUMED);
  }

  private static ExportFormat ninjaTrader() {
    TimeRule time = TimeRule.of("M/d/yyyy h:mm:ss a", "M/d/yyyy h:mm a", "d.M.yyyy HH:mm:ss");
    return format(
            "ninjatrader",
            "NinjaTrader 8: Trade Performance, trades grid",
            "https://ninjatrader.com/support/helpguides/nt8/trade_performance.htm")
        .signature("Trade number", "Instrument", "Market pos.", "Qty", "Entry price", "Exit price")
        .signature("Profit")
        .agent("Strategy", "agent")
        .closedAt(time, "Exit time")
        .openedAt(time, "Entry time")
        .netPnl(
            "Cum. net profit is the sum of Profit, so commissions are not taken off again",
            "Profit")
        .prices(List.of("Entry price"), List.of("Exit price"))
        .quantity("Qty")
        .symbol("Instrument")
        .side("Market pos.", LONG, SHORT)
        .multiplier(MultiplierRule.CONTRACTS)
        .numbers(NumberStyle.CURRENCY)
        .build();
  }

  private static ExportFormat metaTrader() {
    return format(
            "metatrader",
            "MetaTrader 4 and 5: closed trades of a statement",
            "https://www.metatrader4.com/en/trading-platform/help/userinterface/terminal/account_history")
        .signature("Ticket", "Close Time", "Profit")
        .agent("Magic", "agent")
        .closedAt(METATRADER_TIME, "Close Time")
        .openedAt(METATRADER_TIME, "Open Time")
        .grossPnl("Profit")
        .costs("Commission", "Taxes", "Fee")
        .signedCosts("Swap", "R/O Swap")
        .prices(List.of("Open Price", "Price"), List.of("Close Price", "Price#2"))
        .quantity("Volume", "Size", "Lots")
        .symbol("Symbol", "Item")
        .side("Type", LONG, SHORT)
        .id("Ticket")
        .states(List.of("Type"), METATRADER_TYPES)
        .multiplier(MultiplierRule.REQUIRED, "Contract Size")
        .numbers(NumberStyle.SPACED)
        .build();
  }

  private static ExportFormat metaTraderPositions() {
    return format(
            "metatrader-positions",
            "MetaTrader 5: Trade History Report, positions",
            "https://www.metatrader5.com/en/terminal/help/startworking/trade_report")
        .signature("Time", "Position", "Symbol", "Type", "Volume", "Time#2", "Price#2", "Profit")
        .agent("Magic", "agent")
        .closedAt(METATRADER_TIME, "Time#2")
        .openedAt(METATRADER_TIME, "Time")
        .grossPnl("Profit")
        .costs("Commission", "Fee")
        .signedCosts("Swap")
        .prices(List.of("Price"), List.of("Price#2"))
        .quantity("Volume")
        .symbol("Symbol")
        .side("Type", LONG, SHORT)
        .states(List.of("Type"), METATRADER_TYPES)
        .multiplier(MultiplierRule.REQUIRED, "Contract Size")
        .numbers(NumberStyle.SPACED)
        .endsAt("orders", "deals", "results")
        .build();
  }

  private static ExportFormat metaTraderDeals() {
    return format(
            "metatrader-deals",
            "MetaTrader 5: history_deals_get of the Python package",
            "https://www.mql5.com/en/docs/python_metatrader5/mt5historydealsget_py")
        .signature("ticket", "type", "entry", "magic", "position_id", "volume", "price", "profit")
        .agent("magic")
        .closedAt(TimeRule.SECONDS, "time")
        .grossPnl("profit")
        .costs("commission", "fee")
        .signedCosts("swap")
        .field(TradeField.ENTRY_PRICE, "price")
        .quantity("volume")
        .symbol("symbol")
        .side("type", List.of("0"), List.of("1"))
        .id("ticket")
        .states(List.of("type"), DEAL_TYPES)
        .multiplier(MultiplierRule.REQUIRED)
        .fills(List.of("position_id"), List.of("entry"), DEAL_ENTRIES)
        .build();
  }

  private static ExportFormat topstepX() {
    TimeRule time = TimeRule.of("MM/dd/yyyy HH:mm:ss");
    return format(
            "topstepx",
            "TopstepX (ProjectX): trades",
            "https://help.topstep.com/en/articles/8284206-topstepx-trades-export")
        .signature(
            "ContractName", "EnteredAt", "ExitedAt", "EntryPrice", "ExitPrice", "PnL", "Size")
        .signature("Fees")
        .agent("agent")
        .closedAt(time, "ExitedAt")
        .openedAt(time, "EnteredAt")
        .grossPnl("PnL")
        .costs("Fees", "Commissions")
        .prices(List.of("EntryPrice"), List.of("ExitPrice"))
        .quantity("Size")
        .symbol("ContractName")
        .side("Type", LONG, SHORT)
        .id("Id")
        .multiplier(MultiplierRule.CONTRACTS)
        .numbers(NumberStyle.CURRENCY)
        .build();
  }

  private static ExportFormat tradervue() {
    return format(
            "tradervue", "Tradervue: exported trades", "https://www.tradervue.com/help/export")
        .signature("Open Datetime", "Close Datetime", "Symbol", "Side", "Volume", "Entry Price")
        .signature("Gross P&L")
        .agent("agent")
        .closedAt(TimeRule.ISO, "Close Datetime")
        .openedAt(TimeRule.ISO, "Open Datetime")
        .grossPnl("Gross P&L")
        .costs("Commissions", "Fees")
        .prices(List.of("Entry Price"), List.of("Exit Price"))
        .quantity("Volume")
        .symbol("Symbol")
        .side("Side", LONG, SHORT)
        .multiplier(MultiplierRule.ASSUMED)
        .numbers(NumberStyle.CURRENCY)
        .build();
  }
}
