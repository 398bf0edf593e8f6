package dev.maestro.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.functions.status.openapi.Description;
import dev.maestro.functions.status.openapi.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final String UPDATE = "maestro.update";
  private static final String COMMAND =
      "./mvnw -q -pl functions/status -am test -Dtest=OpenApiTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + UPDATE
          + "=openapi";

  @Test
  void the_file_tells_the_routes_as_they_are() throws IOException {
    Path file = Path.of("src", "main", "resources", Description.FILE);
    String text = OpenApiDocument.of(TestedTable.ROUTES);
    if (System.getProperty(UPDATE, "").equals("openapi")) {
      Files.writeString(file, text);
    }
    assertThat(file)
        .as("the table of routes tells something else; write the file anew: %s", COMMAND)
        .hasContent(text);
  }
}
