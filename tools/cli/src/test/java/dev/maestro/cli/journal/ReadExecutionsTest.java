package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executions whose side stands in a column, that turn a position, or that cannot be used. */
class ReadExecutionsTest {
  private static final String OWN = "agent_id,symbol,closed_at,side,entry_price,quantity\n";
  private static final String DEALS =
      "ticket,time,type,entry,magic,position_id,volume,price,commission,swap,profit,fee,symbol\n";

  private static final String ACCOUNT = "ClientAccountID";

  @TempDir private Path folder = Path.of("");

  private CommandRun weigh(String text, String... options) throws IOException {
    return WeighedText.of(folder.resolve("fills.csv"), text, options);
  }

  private static String own(String first, String second, String quantity) {
    return OWN
        + "A,X,2025-01-05T10:00:00Z,%s,100,2\n".formatted(first)
        + "A,X,2025-01-06T10:00:00Z,%s,110,%s\n".formatted(second, quantity);
  }

  @Test
  void a_side_says_who_bought() throws IOException {
    CommandRun run = weigh(own("buy", "SELL", "2"), "--rows", "fills", "--json");
    assertThat(run.out()).contains("\"mean_return\":0.1,", "\"closed\":1,");
    CommandRun turned = weigh(own("Sell", "Buy", "2"), "--rows", "fills", "--json");
    assertThat(turned.out()).contains("\"mean_return\":-0.1,");
    CommandRun unsaid = weigh(own("", "", "-2"), "--rows", "fills", "--json");
    assertThat(unsaid.out()).contains("\"mean_return\":0.1,");
  }

  @Test
  void a_side_that_nobody_knows_or_that_the_quantity_denies_is_rejected() throws IOException {
    CommandRun unknown = weigh(own("buy", "closing", "2"), "--rows", "fills");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("BAD_STATUS", "side: 'closing', known are b, bot, buy");
    CommandRun denied = weigh(own("sell", "buy", "-2"), "--rows", "fills");
    assertThat(denied.err()).contains("line 3: BAD_NUMBER:quantity");
  }

  @Test
  void a_deal_that_turns_a_position_is_two_trades() throws IOException {
    String deals =
        DEALS
            + "1,1736071200,0,0,7,11,1,100,0,0,0,0,X\n"
            + "2,1736074800,1,2,7,11,2,110,0,0,10,0,X\n"
            + "3,1736078400,0,1,7,11,1,105,0,0,5,0,X\n";
    CommandRun run = weigh(deals, "--multiplier", "X=1", "--json");
    assertThat(run.out())
        .contains("\"closed\":2,", "\"rejected\":0,", "\"pnl_as_priced\":2,")
        .contains("\"mean_return\":0.072727");
    CommandRun alone =
        weigh(deals.replace("1,1736071200,0,0,7", "1,1736071200,2,0,7"), "--multiplier", "X=1");
    assertThat(alone.err())
        .contains("line 3: BAD_STATUS", "turns position 11, of which the file opens nothing")
        .contains("executions could not be used: what is matched after them");
  }

  @Test
  void an_execution_that_closes_and_opens_names_the_option_that_takes_it_apart()
      throws IOException {
    String flex =
        "Symbol,Multiplier,DateTime,Quantity,TradePrice,IBCommission,Open/CloseIndicator,CostBasis,"
            + "FifoPnlRealized,Buy/Sell,TradeID\n"
            + "A,1,20250304;093501,10,50,-1,O,501,0,BUY,1\n"
            + "A,1,20250305;093501,-20,55,-2,C;O,-501,48,SELL,2\n"
            + "A,1,20250306;093501,10,50,-1,C,549,48,BUY,3\n";
    String[] said = {"--zone", "UTC", "--map", "agent_id=:S"};
    assertThat(weigh(flex, said).err())
        .contains("line 3: BAD_STATUS", "'C;O', it closes and opens anew: say --rows fills");
    CommandRun run =
        weigh(flex, "--zone", "UTC", "--map", "agent_id=:S", "--rows", "fills", "--json");
    assertThat(run.out()).contains("\"closed\":2,", "\"rejected\":0,");
  }

  @Test
  void seconds_are_no_milliseconds_of_1970() throws IOException {
    String row =
        "[{'pair':'X','amount':2,'close_date':'2025-01-05','close_timestamp':1736074800,"
            + "'open_rate':50,'close_rate':51,'profit_abs':1.8,'is_open':false,'strategy':'S','trade_id':1}]";
    assertThat(weigh(row.replace('\'', '"')).err())
        .contains("BAD_TIME:closed_at", "'1736074800', Unix seconds, which this column does not");
  }

  @Test
  void what_one_account_or_market_holds_another_does_not_close() throws IOException {
    String flex =
        "ClientAccountID,Symbol,Multiplier,DateTime,Quantity,TradePrice,IBCommission,"
            + "Open/CloseIndicator,Buy/Sell,TradeID\n"
            + "U1,A,1,20250304;093501,10,100,0,O,BUY,1\n"
            + "U2,A,1,20250304;103501,10,200,0,O,BUY,2\n"
            + "U2,A,1,20250305;093501,-10,220,0,C,SELL,3\n"
            + "U1,A,1,20250306;093501,-10,110,0,C,SELL,4\n";
    String[] said = {"--zone", "UTC", "--map", "agent_id=:S", "--json"};
    assertThat(weigh(flex, said).out()).contains("\"mean_return\":0.1,", "\"closed\":2,");
    String[] together = {said[0], said[1], said[2], said[3], said[4], "--map", "unread=" + ACCOUNT};
    assertThat(weigh(flex, together).out()).doesNotContain("\"mean_return\":0.1,");
    String own =
        OWN.replace("side", "account,side")
            + "A,X,2025-01-05T10:00:00Z,one,buy,100,2\nA,X,2025-01-06T10:00:00Z,two,sell,110,2\n";
    assertThat(weigh(own, "--rows", "fills").err()).contains("0 closed", "2 positions still open");
  }

  @Test
  void a_bot_on_two_markets_has_two_holdings() throws IOException {
    String row = "a.yml,pmm,%s,X-USDT,1700000%d00000,%s,%d,1,0,%d\n";
    String fills =
        "config_file_path,strategy,market,symbol,timestamp,trade_type,price,amount,"
            + "trade_fee_in_quote,exchange_trade_id\n"
            + row.formatted("binance", 1, "BUY", 100, 1)
            + row.formatted("kucoin", 2, "SELL", 200, 2)
            + row.formatted("kucoin", 3, "BUY", 180, 3)
            + row.formatted("binance", 4, "SELL", 110, 4);
    assertThat(weigh(fills, "--json").out()).contains("\"mean_return\":0.1,", "\"closed\":2,");
  }

  @Test
  void an_option_that_expires_closes_at_nothing() throws IOException {
    String flex =
        "Symbol,Multiplier,DateTime,Quantity,TradePrice,IBCommission,Open/CloseIndicator,Buy/Sell,"
            + "TradeID\n"
            + "C50,100,20250304;093501,1,4,0,O,BUY,1\n"
            + "C50,100,20250305;093501,-1,6,0,C,SELL,2\n"
            + "C60,100,20250304;093501,1,4,0,O,BUY,3\n"
            + "C60,100,20250321;162000,-1,0,0,%s,SELL,4\n";
    String[] said = {"--zone", "UTC", "--map", "agent_id=:S", "--json"};
    for (String code : List.of("C;Ep", "A;C", "C;L", "C;IM;P")) {
      assertThat(weigh(flex.formatted(code), said).out())
          .as(code)
          .contains("\"mean_return\":-0.25,", "\"closed\":2,", "\"rejected\":0,");
    }
    assertThat(weigh(flex.formatted("C;O"), said).err()).contains("BAD_NUMBER:entry_price");
  }

  @Test
  void a_liquidation_is_a_trade_like_any_other() throws IOException {
    String flex =
        """
        Symbol,Multiplier,DateTime,Quantity,TradePrice,Open/CloseIndicator,CostBasis,FifoPnlRealized,TradeID
        A,1,20250305;093501,-10,60,C,-500,100,2
        A,1,20250306;093501,-10,30,C;L,-500,-200,3
        """;
    assertThat(weigh(flex, "--zone", "UTC", "--map", "agent_id=:S", "--json").out())
        .contains("\"mean_return\":-0.1,", "\"closed\":2,");
  }
}
