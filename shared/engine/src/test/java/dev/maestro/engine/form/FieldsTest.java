package dev.maestro.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private static Fields file(Map<String, ?> values) {
    return Fields.of("case.json", values);
  }

  @Test
  void a_name_that_the_reader_did_not_ask_for_is_refused_with_the_nearest_one() {
    assertThatThrownBy(
            () ->
                file(Map.of("kill_swich", "stop"))
                    .wholly(read -> read.find("kill_switch", Kinds.TEXT)))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessage("case.json: kill_swich is not a known name: did you mean kill_switch?");
  }

  @Test
  void names_in_maps_and_lists_inside_are_known_too() {
    Map<String, ?> values =
        Map.of("cost", Map.of("bps", 1, "spreadbps", 2), "rows", List.of(Map.of("id", "a")));

    assertThatThrownBy(() -> file(values).wholly(FieldsTest::cost))
        .hasMessageContaining("case.json cost: spreadbps is not a known name");
    assertThatThrownBy(() -> file(values).wholly(read -> read.list("rows").size()))
        .hasMessageContaining("cost is not a known name");
    assertThatThrownBy(
            () ->
                file(Map.of("rows", List.of(Map.of("id", "a", "state", "OFF"))))
                    .wholly(read -> read.list("rows").get(0).get("id", Kinds.TEXT)))
        .hasMessageContaining("case.json rows[0]: state is not a known name");
  }

  @Test
  void what_is_asked_for_twice_or_only_in_part_each_time_is_known() {
    Map<String, ?> values = Map.of("cost", Map.of("bps", 1, "R", 2));

    long sum =
        file(values)
            .wholly(
                read ->
                    read.fields("cost").get("bps", Kinds.WHOLE)
                        + read.fields("cost").get("R", Kinds.WHOLE));

    assertThat(sum).isEqualTo(3);
  }

  @Test
  void where_others_write_names_of_their_own_any_name_stands() {
    Map<String, ?> values = Map.of("trades", List.of(Map.of("id", "a", "Broker Fee", "1")));

    String id =
        file(values).wholly(read -> read.list("trades").get(0).anyNames().get("id", Kinds.TEXT));

    assertThat(id).isEqualTo("a");
    assertThat((long) file(Map.of("x", 1)).get("y", Kinds.WHOLE, 2L)).isEqualTo(2);
  }

  private static long cost(Fields read) {
    read.list("rows").get(0).get("id", Kinds.TEXT);
    return read.fields("cost").get("bps", Kinds.WHOLE);
  }
}
