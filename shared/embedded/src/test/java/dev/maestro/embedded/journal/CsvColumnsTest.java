package dev.maestro.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvColumnsTest {
  private static final List<String> NEEDED =
      List.of("agent_id", "closed_at", "realized_pnl", "entry_price", "quantity");

  @ParameterizedTest
  @EnumSource(TradeField.class)
  void every_field_is_found_under_its_own_name(TradeField field) {
    List<String> header = new ArrayList<>(NEEDED);
    header.remove(field.key());
    header.add(field.key());
    assertThat(CsvColumns.of(header).field(header.size() - 1)).contains(field);
  }

  @ParameterizedTest
  @CsvSource({
    "agent_id, Agent",
    "agent_id, BOT NAME",
    "agent_id, Strategy",
    "closed_at, Close Time",
    "closed_at, close-date",
    "closed_at, 'Exit_Time '",
    "realized_pnl, PnL",
    "realized_pnl, P/L",
    "realized_pnl, Net Profit",
    "realized_pnl, FifoPnlRealized",
    "entry_price, open_rate",
    "entry_price, TradePrice",
    "entry_price, Avg. Price",
    "quantity, Qty",
    "quantity, (Volume)",
    "quantity, SHARES"
  })
  void the_usual_headers_of_exports_are_recognised(String field, String header) {
    List<String> names = new ArrayList<>(NEEDED);
    names.set(names.indexOf(field), header);
    assertThat(CsvColumns.of(names).field(names.indexOf(header)).map(TradeField::key))
        .contains(field);
  }

  @Test
  void every_known_header_leads_to_one_field_only() {
    Set<String> seen = new HashSet<>();
    CsvColumns.HEADERS
        .values()
        .forEach(names -> names.forEach(name -> assertThat(seen.add(name)).as(name).isTrue()));
    assertThat(CsvColumns.HEADERS).containsOnlyKeys(TradeField.values());
  }

  @Test
  void the_name_of_the_specification_wins_over_other_headers() {
    List<String> header = new ArrayList<>(List.of("pnl", "profit"));
    header.addAll(NEEDED);
    CsvColumns columns = CsvColumns.of(header);
    assertThat(columns.field(0)).isEmpty();
    assertThat(columns.field(1)).isEmpty();
    assertThat(columns.field(4)).contains(TradeField.REALIZED_PNL);
  }

  @Test
  void of_equal_headers_the_first_counts() {
    List<String> header = new ArrayList<>(NEEDED);
    header.add("Quantity");
    CsvColumns columns = CsvColumns.of(header);
    assertThat(columns.field(4)).contains(TradeField.QUANTITY);
    assertThat(columns.field(5)).isEmpty();
  }

  @Test
  void columns_that_nobody_knows_are_not_used() {
    List<String> header = new ArrayList<>(List.of("", "mood", "_"));
    header.addAll(NEEDED);
    CsvColumns columns = CsvColumns.of(header);
    assertThat(columns.field(0)).isEmpty();
    assertThat(columns.field(1)).isEmpty();
    assertThat(columns.field(2)).isEmpty();
    assertThat(columns.field(3)).contains(TradeField.AGENT_ID);
    assertThat(columns.field(99)).isEmpty();
  }

  @Test
  void all_missing_columns_are_named_with_other_names_for_them_and_what_is_there() {
    assertThatThrownBy(() -> CsvColumns.of(List.of("symbol", "qty")))
        .isInstanceOf(JournalFileException.class)
        .hasMessageContaining("agent_id (or agent, agent_name, bot ...)")
        .hasMessageContaining("closed_at (or close_time, ")
        .hasMessageContaining("realized_pnl (or realized_pl, ")
        .hasMessageContaining("entry_price (or open_price, ")
        .hasMessageEndingWith("it has: symbol, qty")
        .message()
        .doesNotContain("quantity");
  }

  @ParameterizedTest
  @CsvSource({"agent_id", "closed_at", "realized_pnl", "entry_price", "quantity"})
  void each_needed_column_is_missed(String field) {
    List<String> header = new ArrayList<>(NEEDED);
    header.remove(field);
    assertThatThrownBy(() -> CsvColumns.of(header))
        .isInstanceOf(JournalFileException.class)
        .hasMessageStartingWith("the header lacks a column for " + field + " (or ")
        .message()
        .doesNotContain("and for");
  }
}
