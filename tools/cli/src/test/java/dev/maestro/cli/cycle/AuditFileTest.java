package dev.maestro.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
  @TempDir private Path folder = Path.of("");

  private CommandRun audit(String text) throws IOException {
    return CommandRun.of("audit", Files.writeString(folder.resolve("log.jsonl"), text).toString());
  }

  private static String record() throws IOException, URISyntaxException {
    return Files.readString(
        Path.of(
            Objects.requireNonNull(AuditFileTest.class.getResource("/cycle/record.json")).toURI()));
  }

  @Test
  void a_blank_line_is_no_tampering() throws IOException, URISyntaxException {
    assertThat(audit(record().strip() + "\n\n").out()).contains("1 records, the chain is whole");
    assertThat(audit("\n" + record().strip() + "\n  \n").exitCode()).isZero();
  }

  @Test
  void an_array_names_its_mend() throws IOException, URISyntaxException {
    CommandRun run = audit("[" + record().strip() + "]");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("is a JSON array: write one record per line");
  }

  @Test
  void an_empty_file_is_said_to_be_empty() throws IOException {
    CommandRun run = audit("\n");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("is empty: a log has one record per line");
  }
}
