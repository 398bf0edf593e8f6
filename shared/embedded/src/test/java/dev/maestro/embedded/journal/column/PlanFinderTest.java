package dev.maestro.embedded.journal.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFinderTest {
  private static final List<String> NEEDED =
      List.of("agent_id", "closed_at", "realized_pnl", "entry_price", "quantity");

  private static ColumnPlan plan(List<String> header) {
    return PlanFinder.of(header, ReadOptions.NONE);
  }

  private static ReadOptions mapping(Map<String, String> columns) {
    return new ReadOptions(
        Optional.empty(),
        columns,
        Optional.empty(),
        Map.of(),
        ReadOptions.DecimalMark.UNSAID,
        Optional.empty(),
        "");
  }

  private static List<String> with(String field, String name) {
    List<String> header = new ArrayList<>(NEEDED);
    header.set(header.indexOf(field), name);
    return header;
  }

  @ParameterizedTest
  @EnumSource(TradeField.class)
  void every_field_is_found_under_its_own_name(TradeField field) {
    List<String> header = new ArrayList<>(NEEDED);
    header.remove(field.key());
    header.add(field.key());
    assertThat(plan(header).column(field)).isEqualTo(field.key());
    assertThat(plan(header).slot(header.size() - 1)).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "agent_id, AgentId",
    "agent_id, AGENT ID",
    "closed_at, closedAt",
    "closed_at, Closed-At",
    "realized_pnl, RealizedPnL",
    "entry_price, ' Entry Price '",
    "quantity, QUANTITY"
  })
  void camel_case_spaces_and_case_are_the_same_name(String field, String name) {
    assertThat(plan(with(field, name)).report().fields()).contains(new FieldUse(field, name));
  }

  @ParameterizedTest
  @CsvSource({
    "entry_price, entry",
    "entry_price, Price",
    "entry_price, TradePrice",
    "quantity, Amount",
    "quantity, Volume",
    "quantity, Size",
    "realized_pnl, Profit",
    "realized_pnl, PnL",
    "realized_pnl, Profit %",
    "agent_id, agent",
    "agent_id, Strategy",
    "closed_at, Time"
  })
  void an_ambiguous_word_is_never_taken_but_named_as_a_candidate(String field, String word) {
    assertThatThrownBy(() -> plan(with(field, word)))
        .isInstanceOf(JournalFileException.class)
        .hasMessageContaining("no column for " + field + " (maybe '" + word + "')")
        .hasMessageContaining("--map '" + field + "=" + word + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quantity %", "quantity ($)", "quantity (value)", "$quantity"})
  void a_sign_is_part_of_a_name(String name) {
    assertThatThrownBy(() -> plan(with("quantity", name)))
        .hasMessageContaining("no column for quantity");
  }

  @Test
  void two_columns_of_one_name_are_refused_and_both_named() {
    List<String> header = new ArrayList<>(NEEDED);
    header.add("Entry Price");
    assertThatThrownBy(() -> plan(header))
        .hasMessage(
            "two columns have the same name, 'entry_price' (column 4) and 'Entry Price' (column 6):"
                + " rename one of them");
  }

  @Test
  void a_column_can_be_named_and_a_value_given_for_all_rows() {
    ColumnPlan plan =
        PlanFinder.of(
            List.of("when", "gain", "entry_price", "quantity", "closed_at"),
            mapping(Map.of("agent_id", ":Desk", "realized_pnl", "Gain", "closed_at", "when")));
    assertThat(plan.report().fields())
        .contains(
            new FieldUse("agent_id", "Desk for all rows (--map)"),
            new FieldUse("realized_pnl", "gain"),
            new FieldUse("closed_at", "when"));
  }

  @Test
  void a_column_that_is_not_there_cannot_be_named() {
    assertThatThrownBy(() -> PlanFinder.of(NEEDED, mapping(Map.of("agent_id", "Bot"))))
        .hasMessageContaining("--map agent_id=Bot names no column")
        .hasMessageContaining("agent_id=:Bot");
  }

  @Test
  void all_own_names_make_a_journal_whatever_else_is_there() {
    List<String> header = new ArrayList<>(NEEDED);
    header.addAll(List.of("open_rate", "close_date", "profit_abs", "amount", "commission"));
    ColumnReport report = plan(header).report();
    assertThat(report.format()).isEqualTo("maestro");
    assertThat(report.unusedCosts()).containsExactly("commission");
  }

  @Test
  void the_pnl_of_what_is_open_is_never_a_candidate() {
    List<String> header = with("realized_pnl", "Unrealized P&L");
    header.addAll(List.of("open_pnl", "Floating profit", "Net profit"));
    assertThatThrownBy(() -> plan(header))
        .hasMessageContaining("no column for realized_pnl (maybe 'Net profit')");
    header.set(header.indexOf("Net profit"), "realized_pnl");
    assertThat(plan(header).report().doubts()).isEmpty();
  }

  @Test
  void one_of_two_columns_of_a_name_can_be_said() {
    List<String> header =
        List.of("Zeit", "Preis", "S / L", "T / P", "Zeit", "Preis", "Volumen", "Gewinn");
    assertThatThrownBy(() -> plan(header))
        .hasMessageContaining("closed_at (maybe 'Zeit#1', 'Zeit#2')")
        .hasMessageContaining("entry_price (maybe 'Preis#1', 'Preis#2')")
        .hasMessageContaining("realized_pnl (maybe 'Gewinn')")
        .hasMessageContaining("MetaTrader in another language: choose English");
    ColumnPlan plan =
        PlanFinder.of(
            header,
            mapping(
                Map.of(
                    "agent_id", ":Expert",
                    "closed_at", "Zeit#2",
                    "entry_price", "Preis#1",
                    "quantity", "Volumen",
                    "realized_pnl", "Gewinn")));
    assertThat(plan.slot(4)).isNotNegative();
    assertThat(plan.slot(0)).isNegative();
    assertThat(plan.slot(1)).isNotNegative();
    assertThat(plan.slot(5)).isNegative();
    assertThatThrownBy(() -> PlanFinder.of(header, mapping(Map.of("closed_at", "Zeit"))))
        .hasMessageContaining("may be column 1 or 5: write Zeit#1 or Zeit#2");
  }

  @Test
  void a_profit_in_two_currencies_is_refused_and_both_named() {
    List<String> header =
        List.of(
            "Trade #", "Type", "Date and time", "Price USD", "Qty", "Net P&L USD", "Net P&L EUR");
    assertThatThrownBy(() -> PlanFinder.of(header, mapping(Map.of("agent_id", ":A"))))
        .hasMessageContaining("'Net P&L USD' (column 6) and 'Net P&L EUR' (column 7)")
        .hasMessageContaining("--map");
    assertThat(
            PlanFinder.of(header, mapping(Map.of("agent_id", ":A", "realized_pnl", "Net P&L EUR")))
                .report()
                .fields())
        .contains(new FieldUse("realized_pnl", "Net P&L EUR"));
  }

  @Test
  void a_header_that_is_nearly_known_names_the_export_and_what_it_lacks() {
    List<String> header =
        List.of("Trade #", "Typ", "Date and time", "Signal", "Price USD", "Qty", "Net P&L USD");
    assertThatThrownBy(() -> plan(header))
        .hasMessageContaining("it is nearly tradingview, which also has type: export every column");
    assertThatThrownBy(() -> plan(List.of("Symbol", "Date", "Profit")))
        .hasMessageNotContaining("nearly");
  }

  @Test
  void rows_with_one_price_and_a_side_are_said_to_look_like_executions() {
    assertThatThrownBy(
            () -> plan(List.of("Date(UTC)", "Symbol", "Side", "Price", "Quantity", "Realized P")))
        .hasMessageContaining("look like executions, with one price each: then say --rows fills");
    assertThatThrownBy(() -> plan(List.of("Date", "Symbol", "Side", "Entry Price", "Price")))
        .hasMessageNotContaining("executions");
  }
}
