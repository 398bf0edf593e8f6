package dev.maestro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final List<String> HEADER = List.of("agent", "trades", "word");

  @Test
  void texts_begin_at_the_left_and_numbers_end_at_the_right() {
    assertThat(
            TextTable.lines(
                HEADER,
                List.of(List.of("WhaleFlow", "7", "-"), List.of("A", "1234567", "DIED")),
                1))
        .containsExactly(
            "agent       trades  word", //
            "WhaleFlow        7     -",
            "A          1234567  DIED");
  }

  @Test
  void a_line_ends_with_its_last_letter_and_a_header_alone_is_a_table() {
    assertThat(TextTable.lines(HEADER, List.of(List.of("A", "1", "")), 3))
        .containsExactly("agent  trades  word", "A      1");
    assertThat(TextTable.lines(HEADER, List.of(), 1)).containsExactly("agent  trades  word");
  }

  @Test
  void a_row_that_lacks_a_cell_is_no_row() {
    assertThatThrownBy(() -> TextTable.lines(HEADER, List.of(List.of("A", "1")), 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
