package dev.maestro.embedded.journal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeReading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TradeIdsTest {
  private static final RawTrade ROW = RawTrade.of(Map.of("agent_id", "trend", "quantity", "1"));
  private static final RawTrade OTHER = RawTrade.of(Map.of("agent_id", "trend", "quantity", "2"));

  private static String ofNameless(TradeIds ids, long line, RawTrade row) {
    return ids.of(new TradeReading.Open("line:" + line), line, row);
  }

  @Test
  void no_two_trade_ids_share_a_document() {
    assertThat(
            List.of("a/b", "a~2Fb", ".", "..", "__x__", "plain").stream().map(TradeIds::document))
        .containsExactly("a~2Fb", "a~7E2Fb", "~2E", "~2E~2E", "~5F_x__", "plain");
    assertThat(TradeIds.document("x".repeat(1501))).startsWith("~h").hasSize(66);
  }

  @Test
  void a_row_keeps_the_trade_id_that_it_has() {
    assertThat(new TradeIds().of(new TradeReading.Open("t-1"), 7, ROW)).isEqualTo("t-1");
  }

  @Test
  void a_row_without_one_is_named_by_its_content_and_not_by_its_line() {
    String id = ofNameless(new TradeIds(), 2, ROW);
    assertThat(id).matches("row-[0-9a-f]{32}-1").isEqualTo(ofNameless(new TradeIds(), 9, ROW));
    assertThat(ofNameless(new TradeIds(), 2, OTHER)).isNotEqualTo(id);
  }

  @Test
  void two_rows_of_the_same_content_are_two_trades() {
    TradeIds ids = new TradeIds();
    String first = ofNameless(ids, 2, ROW);
    String second = ofNameless(ids, 3, ROW);
    assertThat(second).isEqualTo(first.replaceAll("-1$", "-2"));
  }
}
