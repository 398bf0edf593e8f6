package dev.maestro.local.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.local.catalog.DeployedFunction.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that cannot be right is refused, so that nothing half of it is deployed. */
class FunctionTableTest {
  private static final String ROW =
      "paper-tick | paper.PaperTickFunction | SCHEDULE | * * * * * | 5s-10s | 60s | 2 | 1";

  @Test
  void every_kind_of_trigger_is_in_the_table_and_every_function_is_found_by_name() {
    for (Trigger trigger : Trigger.values()) {
      assertThat(FunctionTable.startedBy(trigger)).isNotEmpty();
    }
    for (DeployedFunction function : FunctionTable.all()) {
      assertThat(FunctionTable.named(function.id())).isSameAs(function);
    }
  }

  @Test
  void a_row_is_one_function() {
    DeployedFunction function = FunctionTable.of("# a comment\n\n" + ROW + "\n").get(0);
    assertThat(function.id()).isEqualTo("paper-tick");
    assertThat(function.entryPoint()).isEqualTo("dev.maestro.functions.paper.PaperTickFunction");
    assertThat(function.module()).isEqualTo("paper");
    assertThat(function.jar()).hasToString("functions/paper/target/deployment/paper.jar");
    assertThat(function.limits()).isEqualTo(new DeployedFunction.Limits("60s", 2, 1, "5s-10s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b.C | HTTP | - | - | 60s | 1",
        "A | b.C | HTTP | - | - | 60s | 1 | 1",
        "a | bC | HTTP | - | - | 60s | 1 | 1",
        "a | b.C | SOMETIMES | - | - | 60s | 1 | 1",
        "a | b.C | TOPIC | - | - | 60s | 1 | 1",
        "a | b.C | HTTP | topic | - | 60s | 1 | 1",
        "a | b.C | SCHEDULE | * * * * * | - | 60s | 1 | 1",
        "a | b.C | TOPIC | topic | 1s-2s | 60s | 1 | 1",
        "a | b.C | HTTP | - | - | 60 | 1 | 1",
        "a | b.C | HTTP | - | - | 60s | 0 | 1",
        "a | b.C | HTTP | - | - | 60s | 1 | many",
        "a | b.C | HTTP | - | - | 60s | 1 | 1\na | b.D | HTTP | - | - | 60s | 1 | 1"
      })
  void a_row_that_cannot_be_one_is_refused(String table) {
    assertThatThrownBy(() -> FunctionTable.of(table)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_that_is_not_there_is_an_error() {
    assertThatThrownBy(() -> FunctionTable.named("nobody"))
        .hasMessage("functions.txt has no function nobody");
  }
}
