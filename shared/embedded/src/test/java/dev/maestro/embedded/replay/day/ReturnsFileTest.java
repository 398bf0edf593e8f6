package dev.maestro.embedded.replay.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.embedded.journal.source.JournalFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsFileTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("returns.csv"), text);
  }

  @Test
  void months_of_several_agents_are_read_and_an_empty_cell_is_no_return() throws IOException {
    ReturnsFile table =
        ReturnsFile.find(
                file(
                    """
                    "","Global Macro","Short Selling"
                    1997-01-31,0.0573,-0.0166
                    1997-02-28,,0.0426
                    1997-03-31,0.01,0
                    """))
            .orElseThrow();

    assertThat(table.isDaily()).isFalse();
    assertThat(table.days()).hasSize(3);
    assertThat(table.days().get(0).returnOf("Global Macro")).isEqualTo(0.0573);
    assertThat(table.days().get(1).agents()).containsOnlyKeys("Short Selling");
    assertThat(table.days().get(2).returnOf("Short Selling")).isZero();
  }

  @Test
  void weekdays_are_daily() throws IOException {
    assertThat(
            ReturnsFile.find(
                    file("date,A\n2026-01-02,0.1\n2026-01-05,0.1\n2026-01-06,0.1\n2026-01-07,0\n"))
                .orElseThrow()
                .isDaily())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trade_id,agent_id,realized_pnl\nt1,A,5\n",
        "date,agent_id,realized_pnl\n2026-01-01,A,5\n",
        "date,symbol,realized_pnl\n2026-01-01,X,5\n",
        "date,A\n",
        "date\n2026-01-01\n",
        "",
        "{\"trade_id\": \"t1\"}\n"
      })
  void what_is_no_such_table_is_left_to_others(String text) throws IOException {
    assertThat(ReturnsFile.find(file(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "inf", "1e6", "12.5", "-1.01", "n/a", "1%", "abc"})
  void what_is_no_return_is_refused_with_its_place(String cell) throws IOException {
    Path file = file("date,A,B\n2026-01-01,0.1,0.1\n2026-01-02,0.1," + cell + "\n");

    assertThatThrownBy(() -> ReturnsFile.find(file))
        .isInstanceOf(JournalFileException.class)
        .hasMessageContaining("line 3: B must be a return as a fraction")
        .hasMessageContaining(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date,A\n2026-01-02,0.1\n2026-01-01,0.1\n",
        "date,A\n2026-01-02,0.1\n2026-01-02,0.1\n",
        "date,A\n2026-01-02,0.1\nsoon,0.1\n",
        "date,A,B\n2026-01-02,0.1,0.1\n2026-01-03,0.1\n",
        "date,A,A\n2026-01-02,0.1,0.1\n",
        "date,A,\n2026-01-02,0.1,0.1\n"
      })
  void a_table_that_contradicts_itself_is_refused(String text) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> ReturnsFile.find(file)).isInstanceOf(JournalFileException.class);
  }
}
