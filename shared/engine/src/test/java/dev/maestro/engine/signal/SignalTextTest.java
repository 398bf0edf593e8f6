package dev.maestro.engine.signal;

import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strategies say for people, which decides nothing and is small. */
class SignalTextTest {
  private static final int DEEP = 100_000;

  private static Map<String, Object> deepMap() {
    Map<String, Object> deep = Map.of("leaf", "x");
    for (int i = 0; i < DEEP; i++) {
      deep = Map.of("k", deep);
    }
    return deep;
  }

  private static List<Object> deepList() {
    List<Object> deep = List.of();
    for (int i = 0; i < DEEP; i++) {
      deep = List.of(deep);
    }
    return deep;
  }

  private static int bytes(Signal signal) {
    return CanonicalJson.write(signal.metadata()).getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void five_hundred_characters_of_reasoning_are_kept() {
    assertThat(sell("A").with("reasoning", "x".repeat(500)).by("trend").reasoning()).hasSize(500);
    assertThat(sell("A").with("reasoning", "x".repeat(501)).by("trend").reasoning()).hasSize(500);
    assertThat(sell("A").with("reasoning", "y".repeat(1 << 20)).by("trend").reasoning())
        .isEqualTo("y".repeat(500));
  }

  @Test
  void no_surrogate_pair_is_split() {
    String face = "\uD83D\uDE00";
    assertThat(sell("A").with("reasoning", "x" + face.repeat(300)).by("trend").reasoning())
        .isEqualTo("x" + face.repeat(249));
    assertThat(sell("A").with("reasoning", face.repeat(300)).by("trend").reasoning())
        .isEqualTo(face.repeat(250));
  }

  @Test
  void reasoning_of_any_kind_stops_nothing() {
    for (Object reasoning :
        List.of(7, true, List.of("a"), Map.of("a", "b"), deepList(), deepMap())) {
      Signal signal = sell("A").with("reasoning", reasoning).by("trend");
      assertThat(signal.action()).isEqualTo(Action.SELL);
      assertThat(signal.reasoning().length()).isLessThanOrEqualTo(500);
    }
  }

  @Test
  void metadata_never_overwrites_a_field() {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("action", "BUY");
    metadata.put("symbol", "TSLA");
    metadata.put("allocation", 1);
    metadata.put("opens_short", true);
    metadata.put("strategy", "other");
    metadata.put("error", "none");
    Signal signal = sell("AAPL").with("metadata", metadata).by("trend");
    assertThat(signal.action()).isEqualTo(Action.SELL);
    assertThat(signal.symbol()).contains(new Symbol("AAPL"));
    assertThat(signal.allocation()).isEmpty();
    assertThat(signal.opensShort()).isFalse();
    assertThat(signal.strategy()).isEqualTo(new StrategyName("trend"));
    assertThat(signal.error()).isEmpty();
    assertThat(signal.metadata()).containsEntry("action", "BUY");
  }

  @Test
  void small_metadata_is_kept_with_texts_as_leaves() {
    Map<String, Object> metadata =
        Map.of("model", "m", "inner", Map.of("depth", 2, "list", List.of(1, 2)), "hot", true);
    assertThat(buy("A").with("metadata", metadata).by("trend").metadata())
        .isEqualTo(
            Map.of("model", "m", "inner", Map.of("depth", "2", "list", "[1, 2]"), "hot", "true"));
  }

  @Test
  void metadata_is_kept_up_to_two_kibibytes() {
    assertThat(buy("A").with("metadata", Map.of("k", "x".repeat(2000))).by("trend").metadata())
        .containsKey("k");
    int overhead = "{\"k\":\"\"}".length();
    for (int bytes = 2047; bytes <= 2049; bytes++) {
      Map<String, Object> metadata = Map.of("k", "x".repeat(bytes - overhead));
      assertThat(buy("A").with("metadata", metadata).by("trend").metadata())
          .containsKey(bytes <= 2048 ? "k" : "dropped");
    }
    for (String character : List.of("x", "\u20AC", "\u0001", "\uD83D\uDE00")) {
      for (int count = 100; count < 4000; count += 100) {
        Signal signal = buy("A").with("metadata", Map.of("k", character.repeat(count))).by("trend");
        assertThat(signal.error()).isEmpty();
        assertThat(bytes(signal)).as("%d of %s", count, character).isLessThanOrEqualTo(2048);
      }
    }
  }

  @Test
  void huge_metadata_costs_only_itself() {
    Map<String, Object> huge = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      huge.put("key" + i, "value");
    }
    Signal signal = buy("A").with("metadata", huge).by("trend");
    assertThat(signal.action()).isEqualTo(Action.BUY);
    assertThat(signal.metadata()).containsOnlyKeys("dropped");
    assertThat(bytes(signal)).isLessThanOrEqualTo(2048);
  }

  @Test
  void metadata_of_five_levels_is_kept_and_of_six_is_dropped() {
    Map<String, Object> five = Map.of("1", Map.of("2", Map.of("3", Map.of("4", Map.of()))));
    assertThat(buy("A").with("metadata", five).by("trend").metadata()).isEqualTo(five);
    for (Object deep : List.of(five, List.of(Map.of("2", List.of(List.of(List.of())))))) {
      assertThat(buy("A").with("metadata", Map.of("0", deep)).by("trend").metadata())
          .containsOnlyKeys("dropped");
    }
  }

  @Test
  void deep_values_cost_only_themselves() {
    assertThat(buy("A").with("metadata", deepMap()).by("trend").metadata())
        .containsOnlyKeys("dropped");
    assertThat(buy("A").with("metadata", Map.of("k", deepList())).by("trend").metadata())
        .containsOnlyKeys("dropped");
    for (String field :
        List.of("action", "symbol", "quantity", "signal_id", "generated_at", "asset_class")) {
      for (Object deep : List.of(deepMap(), deepList())) {
        assertThat(sell("A").with(field, deep).by("trend").error()).as(field).isPresent();
      }
    }
    assertThat(action("HOLD").with("metadata", deepList()).by("trend").error()).isPresent();
  }

  @Test
  void a_map_that_contains_itself_ends() {
    Map<String, Object> loop = new HashMap<>();
    List<Object> inner = new ArrayList<>();
    inner.add(loop);
    loop.put("self", inner);
    assertThat(buy("A").with("metadata", loop).by("trend").metadata()).containsOnlyKeys("dropped");
  }

  @Test
  void kept_metadata_is_sorted_and_cannot_be_changed() {
    Map<String, Object> metadata = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      metadata.put("k" + i * 31 % 50, "v");
    }
    Map<String, Object> kept = buy("A").with("metadata", metadata).by("trend").metadata();
    assertThat(List.copyOf(kept.keySet())).isSorted().hasSize(50);
    assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
