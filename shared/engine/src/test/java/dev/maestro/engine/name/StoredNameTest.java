package dev.maestro.engine.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoredNameTest {
  @Test
  void a_name_of_a_field_has_1_to_1000_bytes() {
    assertThat(StoredName.isOfField("")).isFalse();
    assertThat(StoredName.isOfField("\u00e9".repeat(500))).isTrue();
    assertThat(StoredName.isOfField("\u00e9".repeat(500) + "e")).isFalse();
  }

  @Test
  void what_stands_between_double_underscores_is_reserved() {
    assertThat(List.of("___", "__x_", "_x__", "__", ".")).allMatch(StoredName::isOfField);
    assertThat(List.of("____", "__x__", "__a\nb__")).noneMatch(StoredName::isOfField);
  }

  @Test
  void a_document_is_not_named_by_points_alone() {
    assertThat(List.of(".", "..", "__x__", "")).noneMatch(StoredName::isOfDocument);
    assertThat(List.of("...", "a.b", "_")).allMatch(StoredName::isOfDocument);
  }
}
