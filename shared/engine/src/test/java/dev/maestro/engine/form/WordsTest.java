package dev.maestro.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private enum Light {
    RED,
    GREEN,
    IN_BETWEEN
  }

  private enum Lonely {
    ONLY
  }

  @Test
  void words_are_read_in_any_case() {
    assertThat(Words.read(Light.class, " in_Between ")).contains(Light.IN_BETWEEN);
    assertThat(Words.read(Light.class, "GREEN")).contains(Light.GREEN);
  }

  @Test
  void anything_else_is_no_word() {
    for (Object given : List.of("", "blue", 1, true, List.of("RED"))) {
      assertThat(Words.read(Light.class, given)).as("%s", given).isEmpty();
    }
  }

  @Test
  void a_set_is_listed_as_people_read_it() {
    assertThat(Words.list(Light.class)).isEqualTo("RED, GREEN or IN_BETWEEN");
    assertThat(Words.list(Lonely.class)).isEqualTo("ONLY");
  }
}
