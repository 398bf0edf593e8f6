package dev.maestro.engine.signal;

import static dev.maestro.engine.signal.Spoken.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.StrategyName;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalFieldsTest {
  /** Remembers what it was asked for. */
  private static final class Asked extends AbstractMap<String, Object> {
    private final Set<String> names = new TreeSet<>();

    @Override
    public @Nullable Object get(@Nullable Object name) {
      names.add(String.valueOf(name));
      return "action".equals(name) ? "HOLD" : null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
      return Set.of();
    }
  }

  @Test
  void the_names_of_the_fields_are_those_that_are_read_and_strategy() {
    Asked asked = new Asked();
    SignalReader.read(new StrategyName("trend"), Optional.of(asked), NOW, NOW);
    asked.names.add("strategy");

    assertThat(SignalReader.FIELDS).containsExactlyElementsOf(asked.names);
  }
}
