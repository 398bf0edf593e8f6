package dev.maestro.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.StrategyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenTest {
  @Test
  void names_stand_in_the_order_in_which_they_were_written() {
    Written written = Written.of("b", 1).with("a", new StrategyId("trend")).with("c", true);
    assertThat(new ArrayList<>(written.values().entrySet()))
        .containsExactly(Map.entry("b", 1L), Map.entry("a", "trend"), Map.entry("c", true));
  }

  @Test
  void what_is_empty_is_null_and_stands_there_all_the_same() {
    Written written = Written.of("none", Optional.empty());
    assertThat(written.values()).containsEntry("none", null);
    assertThat(written.get("none")).isEmpty();
    assertThat(written).isNotEqualTo(Written.NOTHING);
  }

  @Test
  void what_was_written_inside_is_a_map() {
    Written inner = Written.of("n", 2);
    assertThat(Written.of("one", inner).with("all", List.of(inner)).values())
        .isEqualTo(Map.of("one", Map.of("n", 2L), "all", List.of(Map.of("n", 2L))));
  }

  @Test
  void it_stays_as_it_was_written() {
    Map<String, Object> given = new HashMap<>(Map.of("a", 1));
    Written written = new Written(given);
    given.put("b", 2);
    written.with("c", 3);
    assertThat(written).isEqualTo(new Written(Map.of("a", 1)));
    assertThatThrownBy(() -> written.values().put("d", 4))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
