package dev.maestro.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedHeadersTest {
  @Test
  void the_documented_headers_are_the_known_ones_in_their_order() throws IOException {
    List<String> known =
        CsvColumns.HEADERS.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(
                entry ->
                    "| `%s` | %s |"
                        .formatted(
                            entry.getKey().key(),
                            String.join(
                                ", ", entry.getValue().subList(1, entry.getValue().size()))))
            .toList();
    assertThat(documented()).containsExactlyElementsOf(known);
  }

  private static List<String> documented() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/data-model.md"))) {
      root = root.resolve("..").normalize();
    }
    String page = Files.readString(root.resolve("docs/data-model.md"));
    int start = page.indexOf("<!-- headers:start -->");
    Stream<String> rows = page.substring(start, page.indexOf("<!-- headers:end -->")).lines();
    return rows.filter(row -> row.startsWith("| `")).toList();
  }
}
