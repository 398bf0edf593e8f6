package dev.maestro.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written into the documentation; nothing here is measured. */
class BenchTest {
  private static final String DOC =
      """
      before
      <!-- bench:a -->
      old
      <!-- /bench:a -->
      <!-- bench:b -->
      <!-- /bench:b -->
      """;

  @ParameterizedTest
  @EnumSource
  void every_benchmark_has_its_place_in_the_documentation(Bench bench) throws IOException {
    String doc = Files.readString(Path.of("..", "..", "docs", "performance.md"));
    assertThat(PerformanceDoc.with(doc, bench.word(), List.of("new"))).contains("\nnew\n");
    assertThat(Bench.named(bench.word())).isSameAs(bench);
  }

  @Test
  void a_table_takes_the_place_of_the_one_before_and_of_nothing_else() {
    String once = PerformanceDoc.with(DOC, "a", List.of("x", "y"));
    assertThat(once)
        .isEqualTo(
            """
            before
            <!-- bench:a -->

            x
            y

            <!-- /bench:a -->
            <!-- bench:b -->
            <!-- /bench:b -->
            """);
    assertThat(PerformanceDoc.with(once, "a", List.of("x", "y"))).isEqualTo(once);
  }

  @Test
  void a_name_without_a_place_is_told_with_the_lines_to_add() {
    assertThatThrownBy(() -> PerformanceDoc.with(DOC, "c", List.of()))
        .hasMessageContaining("<!-- bench:c -->")
        .hasMessageContaining("<!-- /bench:c -->");
    assertThatThrownBy(() -> Bench.named("cycel"))
        .hasMessageContaining("no benchmark cycel")
        .hasMessageContaining("cycle, ");
  }

  @Test
  void a_row_shows_median_spread_and_the_multiple_of_the_reference() {
    SortedMap<String, List<Double>> times = new TreeMap<>();
    times.put("B.bare", List.of(2.0, 1.0, 3.0));
    times.put("B.whole, size 50", List.of(300.0, 20_000.0, 100.0));
    assertThat(JmhTable.table(times, Optional.of("B.bare")))
        .containsExactly(
            "| | processor time, median | least to most | of `B.bare` |",
            "|---|---|---|---|",
            "| `B.bare` | 2.00 us | 1.00 us to 3.00 us | 1.00 x |",
            "| `B.whole, size 50` | 300 us | 100 us to 20.0 ms | 150 x |");
    assertThat(JmhTable.table(times, Optional.empty()).get(2)).endsWith("| 3 |");
    assertThatThrownBy(() -> JmhTable.table(times, Optional.of("B.other")))
        .hasMessage("B.other did not run");
  }

  @Test
  void what_a_load_prints_is_a_table_or_a_block() {
    List<String> table = List.of("| a |", "|---|", "", "| b |");
    assertThat(PrintedLines.block(table)).isEqualTo(table);
    assertThat(PrintedLines.block(List.of("p50 1 ms"))).containsExactly("```", "p50 1 ms", "```");
  }

  @Test
  void what_a_load_prints_is_kept_and_the_output_given_back() throws Exception {
    var before = System.out;
    assertThat(new PrintedLines(arguments -> System.out.println("said")).run()).contains("said");
    assertThat(System.out).isSameAs(before);
  }
}
