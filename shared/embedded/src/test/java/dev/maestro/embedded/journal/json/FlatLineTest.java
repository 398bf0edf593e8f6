package dev.maestro.embedded.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.column.PlanFinder;
import dev.maestro.embedded.journal.format.ReadOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a line without a tree is what is read of it with one. */
class FlatLineTest {
  private static final List<String> OWN =
      List.of("agent_id", "closed_at", "realized_pnl", "entry_price", "quantity", "notes");
  private static final List<String> BOT =
      List.of("open_rate", "close_date", "profit_abs", "amount", "strategy", "is_open", "notes");
  private static final List<String> VALUES =
      List.of(
          "\"A\"",
          "\"\"",
          "\" \"",
          "1",
          "-1.50",
          "0",
          "0.0",
          "-0",
          "01",
          "1.",
          ".5",
          "1e3",
          "1E400",
          "true",
          "false",
          "null",
          "nul",
          "NaN",
          "[1]",
          "{}",
          "{\"value\":\"X\"}",
          "\"a\\\"b\"",
          "\"\\u0041\"",
          "\"2025-01-05T10:00:00Z\"",
          "\"2025-01-05 10:00:00+00:00\"",
          "1735689600000",
          "\"ß€\"",
          "\"1,5\"",
          "123456789012345678901234567890",
          "\"1e3\"",
          "'A'",
          "\"open");
  private static final List<String> ENDS = List.of("}", "} ", "}\t", "}}", "} x", ",}", "", "]");

  /** The cells and the verdict, by one way or by the other. */
  private static String byTree(JsonRow row, String line) {
    Optional<JsonObject> object = JsonHead.object(line);
    String fault = object.map(values -> row.take(values, Map.of())).orElse("no object");
    return fault.isEmpty() ? shown(row) : "fault";
  }

  private static String shown(JsonRow row) {
    List<String> cells = new ArrayList<>();
    for (Object cell : row.cells()) {
      cells.add(cell == null ? "-" : cell instanceof Boolean ? "truth " + cell : cell.toString());
    }
    return String.join(" | ", cells);
  }

  private static ColumnPlan plan(List<String> names) {
    return PlanFinder.ofNames(names, ReadOptions.NONE);
  }

  private static String line(List<String> names, SplittableRandom random) {
    StringBuilder line = new StringBuilder(random.nextInt(9) == 0 ? " {" : "{");
    int members = random.nextInt(1, 8);
    for (int i = 0; i < members; i++) {
      String name =
          names.get(random.nextInt(3) == 0 ? random.nextInt(names.size()) : i % names.size());
      line.append(i == 0 ? "" : random.nextInt(40) == 0 ? " " : ", ");
      line.append('"').append(random.nextInt(60) == 0 ? "x" + name : name).append("\":");
      boolean isOdd = random.nextInt(4) == 0;
      line.append(
          isOdd ? VALUES.get(random.nextInt(VALUES.size())) : VALUES.get(random.nextInt(7)));
    }
    return line + (random.nextInt(8) == 0 ? ENDS.get(random.nextInt(ENDS.size())) : "}");
  }

  @Test
  void a_line_means_the_same_with_a_tree_and_without() {
    int flat = 0;
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      for (List<String> names : List.of(OWN, BOT)) {
        JsonRow fast = new JsonRow(plan(names), false);
        JsonRow slow = new JsonRow(plan(names), false);
        for (int i = 0; i < 500; i++) {
          String line = line(names, random);
          String expected = byTree(slow, line);
          if (fast.takeFlat(line)) {
            assertThat(shown(fast)).as(line).isEqualTo(expected);
            flat++;
          } else {
            assertThat(byTree(fast, line)).as(line).isEqualTo(expected);
          }
        }
      }
    }
    assertThat(flat).isGreaterThan(5_000);
  }

  @Test
  void the_usual_line_needs_no_tree() {
    JsonRow row = new JsonRow(plan(OWN), false);
    String line =
        "{\"agent_id\":"
            + " \"A\",\"closed_at\":\"2025-01-05T10:00:00Z\",\"realized_pnl\":\"5\",\"entry_price\":50.5,\"quantity\":-2}";
    assertThat(row.takeFlat(line)).isTrue();
    assertThat(Arrays.stream(row.cells()).filter(cell -> cell != null)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"agent_id\":\"A\",\"agent_id\":\"B\",\"quantity\":1}",
        "{\"agent_id\":\"A\",\"quantity\":1} {}",
        "{\"agent_id\":5,\"quantity\":1}",
        "{\"agent_id\":\"A\",\"quantity\":true}",
        "{\"agent_id\":\"A\\n\",\"quantity\":1}",
        "{\"agent_id\":\"A\",\"quantity\":1,}"
      })
  void an_odd_line_is_left_to_the_tree(String line) {
    assertThat(new JsonRow(plan(OWN), false).takeFlat(line)).isFalse();
  }

  @Test
  void a_row_whose_text_is_wanted_keeps_it() {
    JsonRow row = new JsonRow(plan(OWN), true);
    assertThat(row.takeFlat("{\"agent_id\":\"A\",\"quantity\":1}")).isFalse();
  }
}
