package dev.maestro.embedded.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class JsonValuesTest {
  @Test
  void members_become_plain_values_in_their_order() {
    Map<String, Object> values =
        read(
            "{\"text\": \"a\", \"truth\": true, \"list\": [1, \"b\", [false]], \"map\": {\"x\":"
                + " \"y\"}}");
    assertThat(values.keySet()).containsExactly("text", "truth", "list", "map");
    assertThat(values.get("text")).isEqualTo("a");
    assertThat(values.get("truth")).isEqualTo(true);
    assertThat(String.valueOf(values.get("list"))).isEqualTo("[1, b, [false]]");
    assertThat(values.get("map")).isEqualTo(Map.of("x", "y"));
  }

  @Test
  void numbers_keep_their_exact_text() {
    Map<String, Object> values = read("{\"n\": 0.10000000000000000000000000001e5}");
    assertThat(values.get("n"))
        .isInstanceOf(Number.class)
        .hasToString("0.10000000000000000000000000001e5");
  }

  @Test
  void null_members_are_absent() {
    assertThat(read("{\"a\": null, \"b\": 1, \"c\": {\"d\": null}}"))
        .containsOnlyKeys("b", "c")
        .containsEntry("c", Map.of());
  }

  @Test
  void null_in_a_list_is_no_text() {
    assertThat(read("{\"list\": [null]}").get("list"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .isNull();
  }

  private static Map<String, Object> read(String json) {
    return JsonValues.map(JsonParser.parseString(json).getAsJsonObject());
  }
}
