package dev.maestro.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertTableTest {
  private static final Path DOCS = Path.of("..", "..", "docs", "operations.md");

  @Test
  void the_table_of_the_docs_is_the_codes_in_their_order() throws IOException {
    String table =
        Arrays.stream(AlertCode.values())
            .map(AlertTableTest::row)
            .collect(
                Collectors.joining(
                    "\n",
                    "| code | severity | what happened | what you do |\n|---|---|---|---|\n",
                    "\n"));

    assertThat(Files.readString(DOCS))
        .as("docs/operations.md, part Alerts, must hold:%n%s", table)
        .contains(table);
  }

  @Test
  void every_code_says_what_a_person_does() {
    for (AlertCode code : AlertCode.values()) {
      for (String words : List.of(code.meaning(), code.mend())) {
        assertThat(words).as("%s", code).isNotBlank().doesNotContain("|").doesNotEndWith(".");
      }
    }
  }

  private static String row(AlertCode code) {
    return String.format(
        "| `%s` | %s | %s | %s |", code, code.severity(), code.meaning(), code.mend());
  }
}
